package org.accordledger.core.cases;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one deadline. It counts in days: a clock that stands still keeps the days left, and
 * they are counted anew from the day it starts again.
 *
 * @param since the day it first started
 * @param dueBy the last day, as long as it runs
 * @param rulesVersion of the rules of procedure its days come from; 0 where the panel set it
 * @param extended days that extensions have added
 * @param stopped since when and why it stands still; null while it runs
 * @param passed the ledger holds that the deadline passed
 */
public record Clock(
    LocalDate since,
    LocalDate dueBy,
    int rulesVersion,
    int extended,
    @Nullable Stop stopped,
    boolean passed) {
  /** Why a clock stands still. */
  public enum Cause {
    PARTICULARS,
    SUSPENSION
  }

  /** A clock stands still since a day. */
  public record Stop(LocalDate on, Cause cause) {}

  static Clock started(LocalDate since, LocalDate dueBy, int rulesVersion) {
    return new Clock(since, dueBy, rulesVersion, 0, null, false);
  }

  boolean runs() {
    return stopped == null && !passed;
  }

  /** Days from when it stopped to its last day; negative if that was over already. */
  int daysLeft() {
    return stopped == null ? 0 : Math.toIntExact(DAYS.between(stopped.on(), dueBy));
  }

  Clock stop(LocalDate on, Cause cause) {
    return runs()
        ? new Clock(since, dueBy, rulesVersion, extended, new Stop(on, cause), false)
        : this;
  }

  /** Runs again until another day. */
  Clock until(LocalDate day) {
    return new Clock(since, day, rulesVersion, extended, null, false);
  }

  /** Has more days, and runs or stands still as before. */
  Clock extendedBy(int days) {
    return new Clock(since, dueBy.plusDays(days), rulesVersion, extended + days, stopped, passed);
  }

  Clock pass() {
    return new Clock(since, dueBy, rulesVersion, extended, stopped, true);
  }
}
