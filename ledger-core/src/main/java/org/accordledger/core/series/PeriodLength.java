package org.accordledger.core.series;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** How long each period of a series is. Periods are those of the calendar. */
public enum PeriodLength {
  DAY,
  MONTH,
  QUARTER,
  YEAR;

  /** True if a period of this length starts on the day. */
  public boolean startsOn(LocalDate day) {
    return switch (this) {
      case DAY -> true;
      case MONTH -> day.getDayOfMonth() == 1;
      case QUARTER -> day.get(IsoFields.DAY_OF_QUARTER) == 1;
      case YEAR -> day.getDayOfYear() == 1;
    };
  }

  /** First day of the period after the one that starts on {@code from}. */
  public LocalDate after(LocalDate from) {
    return switch (this) {
      case DAY -> from.plusDays(1);
      case MONTH -> from.plusMonths(1);
      case QUARTER -> from.plusMonths(3);
      case YEAR -> from.plusYears(1);
    };
  }
}
