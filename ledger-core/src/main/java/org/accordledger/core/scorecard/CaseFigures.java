package org.accordledger.core.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.AllegationWithdrawn;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.CaseJoined;
import org.accordledger.core.cases.CaseEvent.CaseReferred;
import org.accordledger.core.cases.CaseEvent.CaseReopened;
import org.accordledger.core.cases.CaseEvent.CaseResumed;
import org.accordledger.core.cases.CaseEvent.CaseSuspended;
import org.accordledger.core.cases.CaseEvent.ClaimAssessed;
import org.accordledger.core.cases.CaseEvent.DeadlinePassed;
import org.accordledger.core.cases.CaseEvent.DeadlineSet;
import org.accordledger.core.cases.CaseEvent.DenialCorroborated;
import org.accordledger.core.cases.CaseEvent.EmbargoWindowDetermined;
import org.accordledger.core.cases.CaseEvent.ExhibitsAdmitted;
import org.accordledger.core.cases.CaseEvent.ExtensionGranted;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.FindingRevised;
import org.accordledger.core.cases.CaseEvent.FindingUpheld;
import org.accordledger.core.cases.CaseEvent.MemberRecused;
import org.accordledger.core.cases.CaseEvent.MemberReplaced;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.PanelSeated;
import org.accordledger.core.cases.CaseEvent.ParticularsGiven;
import org.accordledger.core.cases.CaseEvent.ParticularsRequested;
import org.accordledger.core.cases.CaseEvent.ReactionLinked;
import org.accordledger.core.cases.CaseEvent.RemedyOrdered;
import org.accordledger.core.cases.CaseEvent.RemedyReported;
import org.accordledger.core.cases.CaseEvent.RemedyVerified;
import org.accordledger.core.cases.CaseEvent.ReplyFiled;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseEvent.ReviewRequested;
import org.accordledger.core.cases.CaseEvent.SettlementAccepted;
import org.accordledger.core.cases.CaseEvent.SettlementProposed;
import org.accordledger.core.cases.CaseEvent.TextsCited;
import org.accordledger.core.cases.CaseEvent.VoteCast;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Opinion;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.cases.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the scorecard needs to remember of one case, and nothing else.
 *
 * @param month the incident month; null for conduct without a date
 * @param submittedOn the day of submission
 * @param stage where the case stands; closing or suspending it changes nothing
 * @param ground why it was not admitted; null if it was or nobody has ruled
 */
public record CaseFigures(
    CaseId caseId,
    CellKey cell,
    @Nullable YearMonth month,
    LocalDate submittedOn,
    boolean illustrative,
    Stage stage,
    @Nullable Ground ground,
    Reply reply,
    @Nullable Verdict verdict) {

  /**
   * The respondent's side.
   *
   * @param notifiedOn null before notification
   * @param kind of the latest response; null if there is none
   * @param days from notification to the first response; null if there is none
   * @param silent silence was recorded
   */
  public record Reply(
      @Nullable LocalDate notifiedOn,
      @Nullable ResponseKind kind,
      @Nullable Integer days,
      boolean silent) {
    static final Reply NONE = new Reply(null, null, null, false);
  }

  /**
   * The standing finding.
   *
   * @param severity null unless it is a violation
   * @param days from submission to the first finding
   * @param underReview a review was requested and not answered
   * @param remedied a remedy was verified
   */
  public record Verdict(
      Outcome outcome,
      @Nullable Severity severity,
      int days,
      boolean underReview,
      boolean remedied) {
    Verdict underReview(boolean open) {
      return new Verdict(outcome, severity, days, open, remedied);
    }

    Verdict remedied(boolean verified) {
      return new Verdict(outcome, severity, days, underReview, verified);
    }
  }

  /**
   * The figures after one more event of the case.
   *
   * @param before null before the first event
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public static CaseFigures evolve(@Nullable CaseFigures before, CaseEvent event) {
    if (before != null) {
      return before.apply(event);
    }
    if (event instanceof AllegationSubmitted submitted) {
      return start(submitted);
    }
    throw new IllegalStateException(
        "a case starts with its allegation, not with " + event.getClass().getSimpleName());
  }

  private static CaseFigures start(AllegationSubmitted event) {
    Allegation allegation = event.allegation();
    return new CaseFigures(
        event.caseId(),
        new CellKey(allegation.accord(), allegation.respondent(), allegation.clause()),
        allegation.occurred().month(),
        event.filed().day(),
        allegation.illustrative(),
        Stage.SUBMITTED,
        null,
        Reply.NONE,
        null);
  }

  private CaseFigures apply(CaseEvent event) {
    boolean rests = event instanceof CaseClosed || event instanceof CaseSuspended;
    Stage next = rests ? stage : Stage.after(stage, event);
    return switch (event) {
      case AllegationSubmitted _ -> throw new IllegalStateException(caseId + " was submitted");
      case CaseDeclaredInadmissible e -> with(next, e.ground(), reply, verdict);
      case RespondentNotified e -> with(next, new Reply(e.filed().day(), null, null, false));
      case ResponseFiled e -> with(next, answered(e));
      case NonResponseRecorded _ ->
          with(next, new Reply(reply.notifiedOn(), reply.kind(), reply.days(), true));
      case FindingAdopted e ->
          with(next, found(e.outcome(), e.opinion(), days(submittedOn, e.filed().day())));
      // a revised finding is a new one: what was done about the old one is not counted for it
      case FindingRevised e -> with(next, found(e.outcome(), e.opinion(), standing().days()));
      case ReviewRequested _ -> with(next, standing().underReview(true));
      case FindingUpheld _ -> with(next, standing().underReview(false));
      case RemedyOrdered _ -> with(next, standing().remedied(false));
      case RemedyVerified _ -> with(next, standing().remedied(true));
      case CaseAdmitted _, SettlementProposed _, SettlementAccepted _, CaseReferred _ -> at(next);
      case TextsCited _, PanelSeated _, VoteCast _, RemedyReported _, CaseClosed _ -> at(next);
      case AllegationWithdrawn _, CaseJoined _, EmbargoWindowDetermined _ -> at(next);
      case CaseSuspended _, CaseResumed _ -> at(next);
      case CaseReopened _ -> reopened(next);
      case DeadlineSet _, DeadlinePassed _, ExtensionGranted _ -> at(next);
      case ParticularsRequested _, ParticularsGiven _, ReplyFiled _ -> at(next);
      case MemberRecused _, MemberReplaced _, ExhibitsAdmitted _ -> at(next);
      case ReactionLinked _, DenialCorroborated _, ClaimAssessed _ -> at(next);
    };
  }

  /** What this case adds to the figures of its cell and month as it stands. */
  public Contribution contribution() {
    long bits = Counter.ALLEGED.bit() | standsAt().bit();
    if (illustrative) {
      bits |= Counter.ILLUSTRATIVE.bit();
    }
    if (ground != null) {
      bits |= Counter.of(ground).bit();
    }
    if (reply.kind() != null) {
      bits |= Counter.ANSWERED.bit() | Counter.of(reply.kind()).bit();
    } else if (reply.silent()) {
      bits |= Counter.UNANSWERED.bit();
    }
    int daysToRespond = reply.days() == null ? -1 : reply.days();
    return verdict == null
        ? new Contribution(bits, daysToRespond, -1)
        : new Contribution(bits | bitsOf(verdict), daysToRespond, verdict.days());
  }

  private Counter standsAt() {
    return switch (stage) {
      case SUBMITTED -> Counter.AWAITING_ADMISSION;
      case INADMISSIBLE -> Counter.INADMISSIBLE;
      case NOTIFIED -> Counter.AWAITING_RESPONSE;
      case ANSWERED, UNANSWERED -> Counter.AWAITING_REFERRAL;
      case BEFORE_PANEL -> Counter.BEFORE_PANEL;
      case DECIDED -> Counter.DECIDED;
      case SETTLED -> Counter.SETTLED;
      case WITHDRAWN -> Counter.WITHDRAWN;
      case JOINED -> Counter.JOINED;
      case CLOSED, SUSPENDED ->
          throw new IllegalStateException("closing or suspending leaves a case where it was");
    };
  }

  private static long bitsOf(Verdict verdict) {
    long bits = Counter.of(verdict.outcome()).bit();
    if (verdict.underReview()) {
      bits |= Counter.UNDER_REVIEW.bit();
    }
    if (verdict.outcome() != Outcome.VIOLATION) {
      return bits;
    }
    if (verdict.severity() != null) {
      bits |= Counter.of(verdict.severity()).bit();
    }
    if (verdict.remedied()) {
      return bits | Counter.REMEDIED.bit();
    }
    boolean grave = verdict.severity() == Severity.GRAVE;
    return bits | Counter.STANDING_VIOLATION.bit() | (grave ? Counter.STANDING_GRAVE.bit() : 0);
  }

  /** For the registrar, as if it had not been screened; or for the panel, under review. */
  private CaseFigures reopened(Stage next) {
    return next == Stage.DECIDED
        ? with(next, standing().underReview(true))
        : with(next, null, reply, verdict);
  }

  private Reply answered(ResponseFiled event) {
    LocalDate notified = reply.notifiedOn();
    Integer first = reply.days();
    if (first == null && notified != null) {
      first = days(notified, event.filed().day());
    }
    return new Reply(notified, event.kind(), first, reply.silent());
  }

  private static Verdict found(Outcome outcome, Opinion opinion, int days) {
    return new Verdict(outcome, opinion.severity(), days, false, false);
  }

  private Verdict standing() {
    if (verdict == null) {
      throw new IllegalStateException("no finding was adopted in " + caseId);
    }
    return verdict;
  }

  private CaseFigures at(Stage next) {
    return with(next, ground, reply, verdict);
  }

  private CaseFigures with(Stage next, Reply answer) {
    return with(next, ground, answer, verdict);
  }

  private CaseFigures with(Stage next, Verdict finding) {
    return with(next, ground, reply, finding);
  }

  private CaseFigures with(
      Stage next, @Nullable Ground why, Reply answer, @Nullable Verdict finding) {
    return new CaseFigures(
        caseId, cell, month, submittedOn, illustrative, next, why, answer, finding);
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(from, to)));
  }
}
