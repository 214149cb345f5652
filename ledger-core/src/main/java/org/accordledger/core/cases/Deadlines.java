package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.accordledger.core.Filing;
import org.accordledger.core.cases.CaseCommand.RecordLapse;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.jspecify.annotations.Nullable;

/**
 * What is due in a case: a pure function of the case's events, and so of the rules of procedure
 * that were in force when each clock started. Nothing here knows what day it is; whoever does
 * compares, and says so with the command of {@link #passing}.
 */
public final class Deadlines {
  /** What a clock does. */
  public enum State {
    RUNNING,
    /** It stands still until particulars are given or the case is resumed. */
    STOPPED,
    /** The ledger holds that the deadline passed. */
    PASSED
  }

  /**
   * One deadline.
   *
   * @param since the day its clock first started
   * @param dueBy the last day; absent while the clock stands still
   * @param daysLeft days that are left once it runs again; absent unless it stands still
   */
  public record Due(
      Deadline deadline,
      LocalDate since,
      @Nullable LocalDate dueBy,
      State state,
      @Nullable Integer daysLeft) {
    /** True if the last day is over on this one and nothing says so yet. */
    public boolean isOver(LocalDate day) {
      return state == State.RUNNING && dueBy != null && day.isAfter(dueBy);
    }

    /** The command that records that this deadline passed. */
    public CaseCommand passing(CaseId caseId, Filing filed) {
      return Deadlines.passing(caseId, deadline, filed);
    }
  }

  private Deadlines() {}

  /** The deadlines of a case, in the order of {@link Deadline}; of a case that is over, none. */
  public static List<Due> of(Case state) {
    return of(state.clocks());
  }

  /** The deadline whose last day comes next of those that run; empty if none does. */
  public static Optional<Due> next(Clocks clocks) {
    return of(clocks).stream()
        .filter(due -> due.state() == State.RUNNING)
        .min(Comparator.comparing(Due::dueBy, Comparator.nullsLast(Comparator.naturalOrder())));
  }

  private static List<Due> of(Clocks clocks) {
    List<Due> all = new ArrayList<>();
    for (Deadline deadline : Deadline.values()) {
      Clock clock = clocks.of(deadline);
      if (clock != null) {
        all.add(due(deadline, clock));
      }
    }
    return List.copyOf(all);
  }

  /** The command that records that a deadline of a case passed. */
  public static CaseCommand passing(CaseId caseId, Deadline deadline, Filing filed) {
    return deadline == Deadline.RESPONSE
        ? new RecordNonResponse(caseId, filed)
        : new RecordLapse(caseId, deadline, filed);
  }

  private static Due due(Deadline deadline, Clock clock) {
    if (clock.passed()) {
      return new Due(deadline, clock.since(), clock.dueBy(), State.PASSED, null);
    }
    return clock.stopped() == null
        ? new Due(deadline, clock.since(), clock.dueBy(), State.RUNNING, null)
        : new Due(deadline, clock.since(), null, State.STOPPED, clock.daysLeft());
  }
}
