package org.accordledger.core.series;

import java.time.LocalDate;
import org.accordledger.core.InvalidValue;

/**
 * What was counted in one period.
 *
 * @param from first day of the period
 * @param count from 0; a period that nobody counted has none, which is not 0
 */
public record PeriodCount(LocalDate from, long count) {
  public PeriodCount {
    if (count < 0) {
      throw new InvalidValue("count", "must be 0 or more");
    }
  }
}
