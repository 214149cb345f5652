package org.accordledger.core.accord;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.AdoptMethod;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordCommand.AppointPanelist;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.AccordCommand.DraftAccord;
import org.accordledger.core.accord.AccordCommand.GrantStanding;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.RefuseItems;
import org.accordledger.core.accord.AccordCommand.WithdrawOffer;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordEvent.CoverageDeclared;
import org.accordledger.core.accord.AccordEvent.ItemsAccepted;
import org.accordledger.core.accord.AccordEvent.ItemsRefused;
import org.accordledger.core.accord.AccordEvent.MethodAdopted;
import org.accordledger.core.accord.AccordEvent.OfferWithdrawn;
import org.accordledger.core.accord.AccordEvent.PanelistAppointed;
import org.accordledger.core.accord.AccordEvent.RulesAdopted;
import org.accordledger.core.accord.AccordEvent.StandingGranted;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.jspecify.annotations.Nullable;

/** What follows from a command to an accord: events, or a refusal and nothing. */
public final class AccordDecisions {
  private AccordDecisions() {}

  /**
   * Decides.
   *
   * @param accord null if there is none yet
   * @return at least one event, in the order they happened
   * @throws Refused with an {@link AccordRefusal}, an {@link ObservanceRefusal} or a {@link
   *     org.accordledger.core.FilingRefusal}
   */
  public static List<AccordEvent> decide(@Nullable Accord accord, AccordCommand command) {
    if (command instanceof DraftAccord draft) {
      return draft(accord, draft);
    }
    if (accord == null) {
      throw new Refused(
          AccordRefusal.UNKNOWN_ACCORD,
          "there is no accord %s: draft it first".formatted(command.accord()));
    }
    FilingRules.datedOnlyIfRetrospective(command.filed(), accord.drafted().retrospective());
    ObservanceDecisions.mayStillBind(accord, command);
    return switch (command) {
      case ObservanceCommand c -> List.copyOf(ObservanceDecisions.decide(accord, c));
      case DraftAccord _ -> throw new IllegalStateException("decided above");
      case AdoptRules c -> adoptRules(accord, c);
      case AdoptMethod c -> adoptMethod(accord, c);
      case AppointPanelist c -> {
        RosterRules.check(accord, c);
        yield List.of(new PanelistAppointed(c.member(), c.nationality(), c.baskets(), c.filed()));
      }
      case GrantStanding c -> {
        RosterRules.check(accord, c);
        yield List.of(new StandingGranted(c.body(), c.filed()));
      }
      case DeclareCoverage c -> {
        RosterRules.check(accord, c);
        yield List.of(new CoverageDeclared(c.clause(), c.body(), c.since(), c.filed()));
      }
      case OfferText c -> {
        OfferRules.check(accord, c);
        yield List.of(
            new TextOffered(
                c.offer(), c.offeredBy(), c.severable(), c.items(), c.source(), c.filed()));
      }
      case AcceptItems c -> accept(accord, c);
      case RefuseItems c -> refuse(accord, c);
      case WithdrawOffer c -> withdraw(accord, c);
      case NegotiationCommand c -> NegotiationDecisions.decide(accord, c);
    };
  }

  private static List<AccordEvent> draft(@Nullable Accord accord, DraftAccord command) {
    if (accord != null) {
      throw new Refused(
          AccordRefusal.ALREADY_DRAFTED,
          "%s exists: use another id, or amend it by offers".formatted(accord.id()));
    }
    DraftRules.check(command);
    return List.of(
        new AccordDrafted(
            command.accord(),
            command.title(),
            command.lineage(),
            command.parties(),
            command.languages(),
            command.hypothetical(),
            command.retrospective(),
            command.baskets(),
            command.rules(),
            command.filed()));
  }

  private static List<AccordEvent> adoptRules(Accord accord, AdoptRules command) {
    ProcedureRules rules =
        new ProcedureRules(
            accord.rules().version() + 1,
            command.responseDays(),
            command.panelSize(),
            command.quorum(),
            command.particularsDays(),
            command.replyDays(),
            command.reviewDays(),
            command.extensionDays(),
            command.baskets());
    DraftRules.setsClocksOfItsOwnBaskets(rules, accord.drafted().baskets());
    return List.of(new RulesAdopted(rules, command.filed()));
  }

  private static List<AccordEvent> adoptMethod(Accord accord, AdoptMethod command) {
    if (ScoringMethod.of(command.method()).isEmpty()) {
      throw new Refused(
          AccordRefusal.UNKNOWN_METHOD,
          "there is no method %d: the ledger knows %s"
              .formatted(command.method(), ScoringMethod.numbers()));
    }
    if (!accord.methods().isEmpty() && accord.methods().getLast() == command.method()) {
      throw new Refused(
          AccordRefusal.METHOD_ALREADY_ADOPTED,
          "method %d is in force".formatted(command.method()));
    }
    return List.of(new MethodAdopted(command.method(), command.filed()));
  }

  private static List<AccordEvent> accept(Accord accord, AcceptItems command) {
    if (command.condition() != null) {
      Texts.requireText("condition", command.condition(), Texts.PROVISION);
    }
    Offer offer =
        PackageRules.check(
            accord, command.offer(), command.party(), command.items(), command.filed());
    List<AccordEvent> events = new ArrayList<>();
    events.add(
        new ItemsAccepted(
            command.offer(),
            command.party(),
            command.items(),
            command.withoutAdmission(),
            command.condition(),
            command.filed()));
    Offer accepted = offer.accepted(command.party(), command.items());
    events.addAll(EntryIntoForce.of(accord, accepted, command.items(), command.filed()));
    return List.copyOf(events);
  }

  private static List<AccordEvent> refuse(Accord accord, RefuseItems command) {
    if (command.source() != null) {
      Texts.requireLine("source", command.source(), Texts.LINK);
    }
    PackageRules.check(accord, command.offer(), command.party(), command.items(), command.filed());
    return List.of(
        new ItemsRefused(
            command.offer(),
            command.party(),
            command.items(),
            command.reason(),
            command.words(),
            command.source(),
            command.filed()));
  }

  /**
   * Who offered may withdraw what is still open; what is in force stays in force, and what cannot
   * enter into force any more was ended by others: their refusal is not to be hidden behind a
   * withdrawal.
   */
  private static List<AccordEvent> withdraw(Accord accord, WithdrawOffer command) {
    Offer offer = PackageRules.stillStands(accord, command.offer());
    FilingRules.actsFor(command.filed(), offer.offeredBy());
    FilingRules.notDatedBefore(command.filed(), offer.day(), "offer " + offer.id());
    EntryIntoForce.leavesSomethingOpen(
        accord, offer, command.filed().day(), AccordRefusal.NOTHING_TO_WITHDRAW);
    return List.of(new OfferWithdrawn(command.offer(), command.reason(), command.filed()));
  }
}
