package org.accordledger.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.random.Seeds;
import org.junit.jupiter.api.Test;

class DayHistogramTest {
  @Test
  void the_median_is_that_of_the_sorted_days_also_of_a_sum() {
    long seed = Seeds.next();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      int[] days = random.ints(random.nextInt(1, 30), 0, 15).toArray();
      DayHistogram one = new DayHistogram();
      DayHistogram other = new DayHistogram();
      for (int day : days) {
        (random.nextBoolean() ? one : other).add(day, 1);
      }
      one.add(other);
      Arrays.sort(days);
      double expected = (days[(days.length - 1) / 2] + days[days.length / 2]) / 2.0;
      assertThat(one.median()).as(Seeds.again(seed)).isEqualTo(expected);
    }
  }

  @Test
  void what_is_taken_away_leaves_no_trace() {
    DayHistogram histogram = new DayHistogram();
    assertThat(histogram.median()).isNull();
    histogram.add(4, 2);
    histogram.add(4, -2);
    assertThat(histogram).isEqualTo(new DayHistogram());
    assertThat(histogram.median()).isNull();
  }

  @Test
  void a_period_has_both_its_ends_and_no_incident_without_a_date() {
    Period period = new Period(YearMonth.of(2016, 1), YearMonth.of(2016, 12));
    assertThat(period.contains(YearMonth.of(2016, 1))).isTrue();
    assertThat(period.contains(YearMonth.of(2016, 12))).isTrue();
    assertThat(period.contains(YearMonth.of(2015, 12))).isFalse();
    assertThat(period.contains(YearMonth.of(2017, 1))).isFalse();
    assertThat(period.contains(null)).isFalse();
    assertThat(Period.ALL.contains(null)).isTrue();
    assertThatThrownBy(() -> new Period(period.to(), period.from()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("incidents");
  }
}
