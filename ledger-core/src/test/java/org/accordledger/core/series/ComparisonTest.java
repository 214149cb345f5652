package org.accordledger.core.series;

import static org.accordledger.core.series.SeriesSamples.count;
import static org.accordledger.core.series.SeriesSamples.monitor;
import static org.accordledger.core.series.SeriesSamples.open;
import static org.accordledger.core.series.SeriesSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.accordledger.core.series.SeriesCommand.RecordCounts;
import org.accordledger.core.statistics.RateRatio;
import org.accordledger.core.statistics.Trend;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final LocalDate DIVIDES = LocalDate.parse("2015-09-25");

  @Test
  void the_rate_after_is_held_against_the_rate_before() {
    Comparison comparison =
        compare(
            PeriodLength.MONTH,
            count("2015-06-01", 6),
            count("2015-07-01", 8),
            count("2015-08-01", 10),
            count("2015-10-01", 3),
            count("2015-11-01", 1));

    assertThat(comparison.before()).isEqualTo(side(3, 92, 24, "2015-06-01", "2015-08-31"));
    assertThat(comparison.after()).isEqualTo(side(2, 61, 4, "2015-10-01", "2015-11-30"));
    assertThat(comparison.leftOut()).isNull();
    RateRatio expected = RateRatio.exact(4, 61, 24, 92);
    assertThat(comparison.rateRatio()).isEqualTo(expected);
    assertThat(expected.ratio()).isCloseTo((4 / 61.0) / (24 / 92.0), within(1e-12));
    Trend trend = Objects.requireNonNull(comparison.trendBefore());
    assertThat(trend.observations()).isEqualTo(3);
    assertThat(trend.factor()).isGreaterThan(1);
  }

  @Test
  void the_period_that_lies_on_both_sides_is_in_neither() {
    Comparison comparison =
        compare(
            PeriodLength.MONTH,
            count("2015-08-01", 10),
            count("2015-09-01", 500),
            count("2015-10-01", 3));

    assertThat(comparison.leftOut()).isEqualTo("2015-09-01");
    assertThat(comparison.before().counted()).isEqualTo(10);
    assertThat(comparison.after().counted()).isEqualTo(3);
  }

  @Test
  void the_dividing_day_itself_is_after() {
    Comparison comparison =
        compare(PeriodLength.DAY, count("2015-09-24", 2), count("2015-09-25", 5));

    assertThat(comparison.before()).isEqualTo(side(1, 1, 2, "2015-09-24", "2015-09-24"));
    assertThat(comparison.after()).isEqualTo(side(1, 1, 5, "2015-09-25", "2015-09-25"));
    assertThat(comparison.leftOut()).isNull();
  }

  @Test
  void a_period_nobody_counted_is_not_a_period_with_nothing() {
    Comparison gap = compare(PeriodLength.YEAR, count("2010-01-01", 4), count("2012-01-01", 4));
    Comparison zero =
        compare(
            PeriodLength.YEAR,
            count("2010-01-01", 4),
            count("2011-01-01", 0),
            count("2012-01-01", 4));

    assertThat(gap.before().days()).isEqualTo(365 + 366);
    assertThat(zero.before().days()).isEqualTo(365 + 365 + 366);
    assertThat(gap.before().periods()).isEqualTo(2);
  }

  @Test
  void where_one_side_has_no_count_there_is_no_ratio() {
    Comparison comparison = compare(PeriodLength.QUARTER, count("2014-01-01", 4));

    assertThat(comparison.rateRatio()).isNull();
    assertThat(comparison.trendBefore()).isNull();
    assertThat(comparison.after()).isEqualTo(new Comparison.Side(0, 0, 0, null, null));
    Comparison onlyAfter = compare(PeriodLength.QUARTER, count("2016-01-01", 4));
    assertThat(onlyAfter.rateRatio()).isNull();
    assertThat(onlyAfter.before()).isEqualTo(new Comparison.Side(0, 0, 0, null, null));
  }

  @Test
  void the_trend_before_is_that_of_the_middles_of_periods_of_different_length() {
    Comparison comparison =
        compare(
            PeriodLength.QUARTER,
            count("2014-01-01", 9),
            count("2014-04-01", 4),
            count("2014-10-01", 7));

    assertThat(comparison.trendBefore())
        .isEqualTo(
            Trend.of(
                    List.of(
                        middle("2014-01-01", 90, 9),
                        middle("2014-04-01", 91, 4),
                        middle("2014-10-01", 92, 7)))
                .orElseThrow());
  }

  private static Trend.Observation middle(String from, long days, long counted) {
    double toTheMiddle = days * 0.5 - ChronoUnit.DAYS.between(LocalDate.parse(from), DIVIDES);
    return new Trend.Observation(toTheMiddle / 365.2425, days, counted);
  }

  @Test
  void a_rise_of_a_tenth_each_year_is_told_as_that() {
    List<PeriodCount> counts = new ArrayList<>();
    for (int year = 2005; year < 2015; year++) {
      counts.add(count(year + "-01-01", Math.round(10_000 * Math.pow(1.1, year - 2005))));
    }

    Comparison comparison = compare(PeriodLength.YEAR, counts.toArray(new PeriodCount[0]));

    Trend trend = Objects.requireNonNull(comparison.trendBefore());
    assertThat(trend.factor()).isCloseTo(1.1, within(0.001));
    assertThat(trend.interval().low()).isGreaterThan(1.09);
  }

  @Test
  void the_caveat_says_that_a_trend_is_not_a_cause() {
    assertThat(Comparison.CAVEAT).startsWith("A trend is not a cause");
  }

  private static Comparison compare(PeriodLength periods, PeriodCount... counts) {
    Series opened =
        Series.evolve(null, SeriesDecisions.decide(null, open(null, periods), null).getFirst());
    RecordCounts command = record(counts);
    assertThat(command.filed()).isEqualTo(monitor());
    return Comparison.of(
        Series.evolve(opened, SeriesDecisions.decide(opened, command, null).getFirst()), DIVIDES);
  }

  private static Comparison.Side side(
      int periods, long days, long counted, String from, String until) {
    return new Comparison.Side(
        periods, days, counted, LocalDate.parse(from), LocalDate.parse(until));
  }
}
