package org.accordledger.core.accord;

import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.RefuseItems;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.accord.ObservanceCommand.AgreeTerm;
import org.accordledger.core.accord.ObservanceCommand.AmendClause;
import org.accordledger.core.accord.ObservanceCommand.DeclareUnderstanding;
import org.accordledger.core.accord.ObservanceCommand.DisputeTerm;
import org.accordledger.core.accord.ObservanceCommand.EnterReservation;
import org.accordledger.core.accord.ObservanceCommand.RecordInterpretation;
import org.accordledger.core.accord.ObservanceCommand.ResumePerformance;
import org.accordledger.core.accord.ObservanceCommand.RetirePanelist;
import org.accordledger.core.accord.ObservanceCommand.SuspendPerformance;
import org.accordledger.core.accord.ObservanceCommand.Terminate;
import org.accordledger.core.accord.ObservanceCommand.Withdraw;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCooperation;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCoverage;
import org.accordledger.core.accord.ObservanceCommand.WithdrawStanding;
import org.accordledger.core.accord.ObservanceEvent.CooperationWithdrawn;
import org.accordledger.core.accord.ObservanceEvent.CoverageWithdrawn;
import org.accordledger.core.accord.ObservanceEvent.PanelistRetired;
import org.accordledger.core.accord.ObservanceEvent.ReservationEntered;
import org.accordledger.core.accord.ObservanceEvent.StandingRulesAdopted;
import org.accordledger.core.accord.ObservanceEvent.StandingWithdrawn;
import org.accordledger.core.accord.ObservanceEvent.UnderstandingDeclared;

/** What follows from a command about how an accord is read, kept or left. */
final class ObservanceDecisions {
  private ObservanceDecisions() {}

  static List<? extends AccordEvent> decide(Accord accord, ObservanceCommand command) {
    return switch (command) {
      case EnterReservation c -> {
        speaksOfItsOwn(accord, c.party(), c.clause(), c.text(), c.filed());
        yield List.of(
            new ReservationEntered(next(accord), c.party(), c.clause(), c.text(), c.filed()));
      }
      case DeclareUnderstanding c -> {
        speaksOfItsOwn(accord, c.party(), c.clause(), c.text(), c.filed());
        yield List.of(
            new UnderstandingDeclared(next(accord), c.party(), c.clause(), c.text(), c.filed()));
      }
      case SuspendPerformance c -> Performance.decide(accord, c);
      case ResumePerformance c -> Performance.decide(accord, c);
      case Withdraw c -> Endings.decide(accord, c);
      case Terminate c -> Endings.decide(accord, c);
      case WithdrawCoverage c -> {
        RosterRules.check(accord, c);
        yield List.of(new CoverageWithdrawn(c.clause(), c.body(), c.from(), c.filed()));
      }
      case WithdrawStanding c -> {
        RosterRules.check(accord, c);
        yield List.of(new StandingWithdrawn(c.body(), c.from(), c.reason(), c.filed()));
      }
      case RetirePanelist c -> {
        RosterRules.check(accord, c);
        yield List.of(new PanelistRetired(c.member(), c.from(), c.filed()));
      }
      case AdoptStandingRules c -> {
        StandingRules rules = RosterRules.check(accord, c);
        yield List.of(new StandingRulesAdopted(rules, c.filed()));
      }
      case WithdrawCooperation c -> {
        Cooperation.check(accord, c);
        yield List.of(
            new CooperationWithdrawn(c.party(), c.clause(), c.from(), c.reason(), c.filed()));
      }
      case AgreeTerm c -> GlossaryRules.decide(accord, c);
      case DisputeTerm c -> GlossaryRules.decide(accord, c);
      case RecordInterpretation c -> GlossaryRules.decide(accord, c);
      case AmendClause c -> {
        OfferText offer = Amendment.offer(accord, c);
        OfferRules.check(accord, offer);
        yield List.of(
            new TextOffered(c.offer(), c.offeredBy(), true, offer.items(), c.source(), c.filed()));
      }
    };
  }

  /**
   * Who has left, and everybody once the accord has ended, no longer binds itself.
   *
   * <p>What keeps cases going that were brought before (rules, methods, roster, coverage) stays
   * possible.
   */
  static void mayStillBind(Accord accord, AccordCommand command) {
    switch (command) {
      case OfferText c -> stillBound(accord, c.offeredBy(), c.filed());
      case AcceptItems c -> stillBound(accord, c.party(), c.filed());
      case RefuseItems c -> stillBound(accord, c.party(), c.filed());
      case Counteroffer c -> stillBound(accord, c.offeredBy(), c.filed());
      case PromoteDraft c -> stillBound(accord, c.offeredBy(), c.filed());
      default -> {
        // binds nobody
      }
    }
  }

  private static void stillBound(Accord accord, BodyId party, Filing filed) {
    ObservanceRules.isStillBound(accord, party, filed);
  }

  private static void speaksOfItsOwn(
      Accord accord, BodyId party, ClauseCode clause, Map<LanguageTag, String> text, Filing filed) {
    ObservanceRules.actsAsAParty(accord, party, filed);
    ObservanceRules.owes(accord, party, clause);
    ObservanceRules.hasProvision(accord, text);
  }

  private static int next(Accord accord) {
    return accord.observance().statements().size() + 1;
  }
}
