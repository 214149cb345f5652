package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseCommand.AcceptSettlement;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
import org.accordledger.core.cases.CaseCommand.AdoptFinding;
import org.accordledger.core.cases.CaseCommand.AssessClaim;
import org.accordledger.core.cases.CaseCommand.CastVote;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.Corroborate;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.GiveParticulars;
import org.accordledger.core.cases.CaseCommand.GrantExtension;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.LinkReaction;
import org.accordledger.core.cases.CaseCommand.OrderRemedy;
import org.accordledger.core.cases.CaseCommand.ProposeSettlement;
import org.accordledger.core.cases.CaseCommand.RecordLapse;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseCommand.RecuseMember;
import org.accordledger.core.cases.CaseCommand.ReferToPanel;
import org.accordledger.core.cases.CaseCommand.ReopenCase;
import org.accordledger.core.cases.CaseCommand.ReplaceMember;
import org.accordledger.core.cases.CaseCommand.ReportRemedy;
import org.accordledger.core.cases.CaseCommand.RequestParticulars;
import org.accordledger.core.cases.CaseCommand.RequestReview;
import org.accordledger.core.cases.CaseCommand.ResumeCase;
import org.accordledger.core.cases.CaseCommand.ReviseFinding;
import org.accordledger.core.cases.CaseCommand.SeatPanel;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseCommand.SuspendCase;
import org.accordledger.core.cases.CaseCommand.UpholdFinding;
import org.accordledger.core.cases.CaseCommand.VerifyRemedy;
import org.accordledger.core.cases.CaseCommand.WithdrawAllegation;
import org.accordledger.core.cases.CaseEvent.CaseReferred;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionId;
import org.jspecify.annotations.Nullable;

/** What follows from a command to a case: events, or a refusal and nothing. */
public final class CaseDecisions {
  private CaseDecisions() {}

  /**
   * Decides.
   *
   * @param state null if there is no case yet
   * @param terms of the accord that {@link #accordOf} names
   * @param other the case that {@link #otherCaseOf} names; null if it names none or there is none
   * @return at least one event, in the order they happened
   * @throws Refused with a {@link CaseRefusal}, a {@link org.accordledger.core.FilingRefusal} or
   *     {@link org.accordledger.core.accord.AccordRefusal#UNKNOWN_CLAUSE}
   */
  public static List<CaseEvent> decide(
      @Nullable Case state, CaseCommand command, AccordTerms terms, @Nullable OtherCase other) {
    return decide(state, command, terms, other, null);
  }

  /**
   * Decides. Parameters and errors as in the shorter form.
   *
   * @param election the one that {@link #electionOf} names; null if it names none or there is none
   * @throws Refused also with {@link
   *     org.accordledger.core.election.ElectionRefusal#UNKNOWN_ELECTION}
   */
  public static List<CaseEvent> decide(
      @Nullable Case state,
      CaseCommand command,
      AccordTerms terms,
      @Nullable OtherCase other,
      @Nullable Election election) {
    if (command instanceof SubmitAllegation submit) {
      return Submission.decide(state, submit, terms, election);
    }
    Case existing = exists(state, command);
    StageRule.allows(existing, command);
    FilingRules.datedOnlyIfRetrospective(command.filed(), terms.retrospective());
    FilingRules.notDatedBefore(command.filed(), existing.lastAct(), "the act before it");
    Capacity.check(existing, command);
    return decideExisting(existing, command, terms, other);
  }

  /**
   * The accord under whose terms the command is decided.
   *
   * @throws Refused with {@link CaseRefusal#UNKNOWN_CASE} if there is no case and this command does
   *     not start one
   */
  public static AccordId accordOf(@Nullable Case state, CaseCommand command) {
    return command instanceof SubmitAllegation submit
        ? submit.allegation().accord()
        : exists(state, command).allegation().accord();
  }

  /** The other case that the command names and is decided on; null if it names none. */
  public static @Nullable CaseId otherCaseOf(CaseCommand command) {
    if (command instanceof JoinCase join) {
      return join.into();
    }
    return command instanceof FileResponse response ? response.counterCase() : null;
  }

  /** The election that the command names and is decided on; null if it names none. */
  public static @Nullable ElectionId electionOf(CaseCommand command) {
    return command instanceof SubmitAllegation submit ? submit.election() : null;
  }

  private static Case exists(@Nullable Case state, CaseCommand command) {
    if (state == null) {
      throw new Refused(
          CaseRefusal.UNKNOWN_CASE,
          "there is no case %s: submit an allegation first".formatted(command.caseId()));
    }
    return state;
  }

  private static List<CaseEvent> decideExisting(
      Case state, CaseCommand command, AccordTerms terms, @Nullable OtherCase other) {
    return switch (command) {
      case SubmitAllegation _ -> throw new IllegalStateException("decided above");
      case DeclareInadmissible c -> Screening.decide(state, c, terms);
      case AdmitCase c -> Screening.decide(state, c, terms);
      case FileResponse c -> Responses.decide(state, c, terms, other);
      case RecordNonResponse c -> Responses.decide(state, c);
      case ProposeSettlement c -> Settlements.decide(Capacity.side(state, c.filed()), c);
      case AcceptSettlement c -> Settlements.decide(state, Capacity.side(state, c.filed()), c);
      case RequestParticulars c -> Particulars.decide(state, c, terms);
      case GiveParticulars c -> Particulars.decide(state, c);
      case FileReply c -> Responses.decide(state, c);
      case GrantExtension c -> Lapses.decide(state, c, terms);
      case RecordLapse c -> Lapses.decide(state, c);
      case ReferToPanel c -> List.of(new CaseReferred(c.filed()));
      case SeatPanel c -> PanelComposition.decide(state, c, terms);
      case CastVote c -> Voting.decide(state, c, terms);
      case AdoptFinding c -> Voting.decide(state, c, terms);
      case RecuseMember c -> Recusals.decide(state, c);
      case ReplaceMember c -> Recusals.decide(state, c, terms);
      case AdmitExhibit c -> LaterEvidence.decide(state, c);
      case Corroborate c -> LaterEvidence.decide(state, c);
      case AssessClaim c -> Claims.decide(state, c);
      case LinkReaction c -> Reactions.decide(state, c);
      case RequestReview c -> Reviews.decide(state, Capacity.side(state, c.filed()), c);
      case UpholdFinding c -> Reviews.decide(state, c);
      case ReviseFinding c -> Reviews.decide(state, c, terms);
      case OrderRemedy c -> Remedies.decide(state, c);
      case ReportRemedy c -> Remedies.decide(state, c);
      case VerifyRemedy c -> Remedies.decide(state, c);
      case WithdrawAllegation c -> Departure.decide(c);
      case JoinCase c -> Departure.decide(state, c, other);
      case CloseCase c -> Departure.decide(state, c);
      case ReopenCase c -> LaterEvidence.decide(state, c);
      case SuspendCase c -> Suspension.decide(c);
      case ResumeCase c -> Suspension.decide(state, c);
    };
  }
}
