package org.accordledger.core.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * The months whose incidents count, both ends included.
 *
 * @param from null for no beginning
 * @param to null for no end
 */
public record Period(@Nullable YearMonth from, @Nullable YearMonth to) {
  /** All incidents, also those without a date. */
  public static final Period ALL = new Period(null, null);

  public Period {
    if (from != null && to != null && to.isBefore(from)) {
      throw new InvalidValue("incidents", "must not end before they begin");
    }
  }

  /**
   * True if there is a beginning or an end: an incident without a date is then in no such period.
   */
  public boolean bounded() {
    return from != null || to != null;
  }

  /**
   * True if incidents of this month count.
   *
   * @param month null for incidents without a date, which count only in an unbounded period
   */
  public boolean contains(@Nullable YearMonth month) {
    if (month == null) {
      return !bounded();
    }
    return (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to));
  }

  /** The first day; {@link LocalDate#MIN} if there is no beginning. */
  LocalDate firstDay() {
    return from == null ? LocalDate.MIN : from.atDay(1);
  }

  /** The last day, but not after the given one. */
  LocalDate lastDay(LocalDate today) {
    LocalDate end = to == null ? today : to.atEndOfMonth();
    return end.isAfter(today) ? today : end;
  }
}
