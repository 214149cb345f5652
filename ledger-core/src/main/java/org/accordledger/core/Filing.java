package org.accordledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who said something to the ledger and when.
 *
 * @param by the actor
 * @param at when it was filed, from the receiving node's clock, kept to the microsecond as it is
 *     stored; the recorded time is a different one and comes from the store
 * @param dated the date the act itself bears where it is older than its filing, allowed only in
 *     accords kept retrospectively (a note of 1935 that is entered today)
 */
public record Filing(Actor by, Instant at, @Nullable LocalDate dated) {
  public Filing {
    at = at.truncatedTo(ChronoUnit.MICROS);
    if (dated != null && dated.isAfter(at.atZone(ZoneOffset.UTC).toLocalDate())) {
      throw new InvalidValue("filed.dated", "must not be after the day of filing");
    }
  }

  public static Filing of(Actor by, Instant at) {
    return new Filing(by, at, null);
  }

  /**
   * The day that clocks, deadlines and durations count from: the act's own date, else the day filed
   * (UTC).
   */
  public LocalDate day() {
    return dated != null ? dated : at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
