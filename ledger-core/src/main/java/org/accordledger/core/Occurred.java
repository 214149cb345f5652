package org.accordledger.core;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When conduct took place: a span of days and how precisely it is known. Missing dates stay
 * missing.
 *
 * @param from first day; absent exactly when the precision is unknown
 * @param to last day; absent when the same as {@code from} or still going on
 * @param ongoing true if it had not ended when it was filed; {@code to} is then absent
 */
public record Occurred(
    @Nullable LocalDate from, @Nullable LocalDate to, Precision precision, boolean ongoing) {
  /** How precisely the days are known. */
  public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR,
    UNKNOWN
  }

  public Occurred {
    if ((from == null) != (precision == Precision.UNKNOWN)) {
      throw new InvalidValue("occurred.from", "must be given, or the precision must be unknown");
    }
    if (from == null && to != null) {
      throw new InvalidValue("occurred.to", "needs occurred.from");
    }
    if (ongoing && (from == null || to != null)) {
      throw new InvalidValue(
          "occurred.ongoing", "needs occurred.from and leaves no place for occurred.to");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new InvalidValue("occurred.to", "must not be before occurred.from");
    }
  }

  public static Occurred on(LocalDate day) {
    return new Occurred(day, null, Precision.DAY, false);
  }

  /** Began on a day and had not ended when it was filed. */
  public static Occurred since(LocalDate day) {
    return new Occurred(day, null, Precision.DAY, true);
  }

  public static Occurred unknown() {
    return new Occurred(null, null, Precision.UNKNOWN, false);
  }

  /** Whether it began after a day on which it was already known: kept as it is said, and odd. */
  public boolean beganAfter(@Nullable LocalDate day) {
    return from != null && day != null && from.isAfter(day);
  }

  /** The incident month a case counts in: the month of the first day; null when undated. */
  public @Nullable YearMonth month() {
    return from == null ? null : YearMonth.from(from);
  }

  /**
   * The last day on which the conduct may have taken place; null when undated or still going on.
   */
  public @Nullable LocalDate latest() {
    if (from == null || ongoing) {
      return null;
    }
    LocalDate end = to != null ? to : from;
    return switch (precision) {
      case DAY -> end;
      case MONTH -> YearMonth.from(end).atEndOfMonth();
      case QUARTER ->
          YearMonth.from(end).plusMonths((3 - end.getMonthValue() % 3) % 3).atEndOfMonth();
      case YEAR -> LocalDate.of(end.getYear(), 12, 31);
      case UNKNOWN -> null;
    };
  }
}
