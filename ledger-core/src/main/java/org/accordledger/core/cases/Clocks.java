package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case: at most one for each deadline. A clock is there from the event that starts
 * it to the one that ends it; one whose deadline passed stays, so that nothing is done out of time.
 */
public record Clocks(Map<Deadline, Clock> byDeadline) {
  /** Stages in which nothing is due any more. */
  private static final Set<Stage> OVER =
      Set.of(Stage.INADMISSIBLE, Stage.SETTLED, Stage.WITHDRAWN, Stage.JOINED, Stage.CLOSED);

  /** Of a case in which nothing is due. */
  public static final Clocks NONE = new Clocks(Map.of());

  /** The clock of a deadline; null if there is none. */
  public @Nullable Clock of(Deadline deadline) {
    return byDeadline.get(deadline);
  }

  /**
   * The clocks after one more event.
   *
   * @param stage the case's after the event
   */
  public Clocks after(CaseEvent event, Stage stage) {
    if (OVER.contains(stage)) {
      return NONE;
    }
    LocalDate day = event.filed().day();
    return switch (event) {
      case RespondentNotified e ->
          with(Deadline.RESPONSE, Clock.started(day, e.respondBy(), e.rulesVersion()));
      case RemedyOrdered e -> with(Deadline.REMEDY, Clock.started(day, e.dueBy(), 0));
      case DeadlineSet e -> set(e);
      case ExtensionGranted e -> with(e.deadline(), known(e.deadline()).extendedBy(e.days()));
      case ParticularsRequested _ ->
          with(Deadline.RESPONSE, known(Deadline.RESPONSE).stop(day, Clock.Cause.PARTICULARS));
      case CaseSuspended _ -> stopped(day);
      case DeadlinePassed e -> with(e.deadline(), known(e.deadline()).pass());
      case ParticularsGiven _ -> without(Deadline.PARTICULARS);
      case ResponseFiled _ -> without(Deadline.RESPONSE).without(Deadline.PARTICULARS);
      case NonResponseRecorded _ -> without(Deadline.RESPONSE).without(Deadline.PARTICULARS);
      case ReplyFiled _, PanelSeated _ -> without(Deadline.REPLY);
      case ReviewRequested _ -> without(Deadline.REVIEW_REQUEST);
      case FindingRevised _, RemedyReported _, RemedyVerified _ -> without(Deadline.REMEDY);
      case AllegationSubmitted _, EmbargoWindowDetermined _ -> this;
      case CaseAdmitted _, CaseDeclaredInadmissible _ -> this;
      case SettlementProposed _, SettlementAccepted _, CaseReferred _ -> this;
      case TextsCited _, VoteCast _, FindingAdopted _, FindingUpheld _ -> this;
      case MemberRecused _, MemberReplaced _, ExhibitsAdmitted _ -> this;
      case ReactionLinked _, DenialCorroborated _, ClaimAssessed _, CaseResumed _ -> this;
      case AllegationWithdrawn _, CaseJoined _, CaseClosed _, CaseReopened _ -> NONE;
    };
  }

  private Clocks set(DeadlineSet event) {
    Clock before = of(event.deadline());
    return with(
        event.deadline(),
        before == null
            ? Clock.started(event.filed().day(), event.dueBy(), event.rulesVersion())
            : before.until(event.dueBy()));
  }

  private Clock known(Deadline deadline) {
    Clock clock = of(deadline);
    if (clock == null) {
      throw new IllegalStateException("no clock runs for " + deadline);
    }
    return clock;
  }

  private Clocks stopped(LocalDate day) {
    Map<Deadline, Clock> copy = new EnumMap<>(Deadline.class);
    byDeadline.forEach(
        (deadline, clock) -> copy.put(deadline, clock.stop(day, Clock.Cause.SUSPENSION)));
    return new Clocks(copy);
  }

  private Clocks with(Deadline deadline, Clock clock) {
    Map<Deadline, Clock> copy = new EnumMap<>(Deadline.class);
    copy.putAll(byDeadline);
    copy.put(deadline, clock);
    return new Clocks(copy);
  }

  private Clocks without(Deadline deadline) {
    if (!byDeadline.containsKey(deadline)) {
      return this;
    }
    Map<Deadline, Clock> copy = new EnumMap<>(byDeadline);
    copy.remove(deadline);
    return new Clocks(copy);
  }
}
