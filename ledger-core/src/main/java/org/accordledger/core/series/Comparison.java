package org.accordledger.core.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.accordledger.core.statistics.RateRatio;
import org.accordledger.core.statistics.Trend;
import org.accordledger.core.statistics.Trend.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What the counts of one series say of the time before a day and from that day on. Nothing in it
 * says why.
 *
 * @param divides first day after
 * @param before the counted periods that ended before that day
 * @param after the counted periods that started on that day or later
 * @param leftOut first day of the counted period that lies on both sides and so is in neither;
 *     absent if there is none
 * @param rateRatio the rate after over the rate before; absent if one side has no counted period
 * @param trendBefore by how much the rate before changed in one year: it may have been on its way
 *     already. Absent if no trend can be told from the counts
 */
public record Comparison(
    LocalDate divides,
    Side before,
    Side after,
    @Nullable LocalDate leftOut,
    @Nullable RateRatio rateRatio,
    @Nullable Trend trendBefore) {
  /** Shown wherever a comparison is. */
  public static final String CAVEAT =
      "A trend is not a cause: the counts say what changed and not why, the trend before may have"
          + " gone on by itself, and what nobody observed is not counted.";

  private static final double DAYS_OF_A_YEAR = 365.2425;

  /**
   * The counted periods on one side.
   *
   * @param periods how many have a count; a period without one is no period with 0
   * @param days their length together
   * @param counted in them together
   * @param from first day of the first; absent if there is none
   * @param until last day of the last; absent if there is none
   */
  public record Side(
      int periods, long days, long counted, @Nullable LocalDate from, @Nullable LocalDate until) {}

  /** Compares the counts that hold now. */
  public static Comparison of(Series series, LocalDate divides) {
    PeriodLength periods = series.opened().periods();
    SortedMap<LocalDate, Long> counts = series.counts();
    List<Map.Entry<LocalDate, Long>> before = new ArrayList<>();
    List<Map.Entry<LocalDate, Long>> after = new ArrayList<>();
    LocalDate leftOut = null;
    for (Map.Entry<LocalDate, Long> one : counts.entrySet()) {
      if (!one.getKey().isBefore(divides)) {
        after.add(one);
      } else if (periods.after(one.getKey()).isAfter(divides)) {
        leftOut = one.getKey();
      } else {
        before.add(one);
      }
    }
    Side first = side(before, periods);
    Side second = side(after, periods);
    boolean both = first.periods() > 0 && second.periods() > 0;
    return new Comparison(
        divides,
        first,
        second,
        leftOut,
        both
            ? RateRatio.of(
                second.counted(), (double) second.days(), first.counted(), (double) first.days())
            : null,
        Trend.of(before.stream().map(one -> observation(one, periods, divides)).toList())
            .orElse(null));
  }

  private static Side side(List<Map.Entry<LocalDate, Long>> counts, PeriodLength periods) {
    if (counts.isEmpty()) {
      return new Side(0, 0, 0, null, null);
    }
    return new Side(
        counts.size(),
        counts.stream().mapToLong(one -> days(one.getKey(), periods)).sum(),
        counts.stream().mapToLong(Map.Entry::getValue).sum(),
        counts.getFirst().getKey(),
        periods.after(counts.getLast().getKey()).minusDays(1));
  }

  private static Observation observation(
      Map.Entry<LocalDate, Long> one, PeriodLength periods, LocalDate divides) {
    long days = days(one.getKey(), periods);
    double middle = ChronoUnit.DAYS.between(divides, one.getKey()) + days / 2.0;
    return new Observation(middle / DAYS_OF_A_YEAR, days, one.getValue());
  }

  private static long days(LocalDate from, PeriodLength periods) {
    return ChronoUnit.DAYS.between(from, periods.after(from));
  }
}
