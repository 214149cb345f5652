package org.accordledger.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRatioTest {
  /**
   * Breast cancer after fluoroscopy: J. D. Boice and R. R. Monson, JNCI 59 (1977), 823-832, as
   * worked out in the Stata manual under {@code iri 41 15 28010 19017}: 1.855759, exact 1.005684 to
   * 3.6093.
   */
  @Test
  void the_exact_interval_is_the_published_one() {
    RateRatio ratio = RateRatio.exact(41, 28_010, 15, 19_017);

    assertThat(ratio.ratio()).isCloseTo(1.855759, within(0.0000005));
    assertThat(ratio.low()).isCloseTo(1.005684, within(0.0000005));
    assertThat(ratio.high()).isCloseTo(3.6093, within(0.00005));
  }

  /**
   * The same study by the logarithm: 1.855759, times and by exp(1.959964 * sqrt(1 / 41 + 1 / 15)).
   */
  @Test
  void the_interval_by_the_logarithm_is_the_one_its_formula_gives() {
    RateRatio ratio = RateRatio.wald(41, 28_010, 15, 19_017);

    assertThat(ratio.ratio()).isCloseTo(1.855759, within(0.0000005));
    assertThat(ratio.low()).isCloseTo(1.0272, within(0.00005));
    assertThat(ratio.high()).isCloseTo(3.3526, within(0.00005));
  }

  @Test
  void with_nothing_before_there_is_a_lower_limit_alone() {
    RateRatio ratio = RateRatio.of(5, 10, 0, 10);

    assertThat(ratio.ratio()).isNull();
    assertThat(ratio.high()).isNull();
    // 0.025 ^ (1 / 5) as odds
    assertThat(ratio.low()).isCloseTo(0.4781763 / 0.5218237, within(0.000001));
  }

  @Test
  void with_nothing_after_there_is_an_upper_limit_alone() {
    RateRatio ratio = RateRatio.of(0, 10, 5, 10);

    assertThat(ratio.ratio()).isZero();
    assertThat(ratio.low()).isZero();
    assertThat(ratio.high()).isCloseTo(0.5218237 / 0.4781763, within(0.000001));
  }

  @Test
  void with_nothing_at_all_nothing_is_known() {
    assertThat(RateRatio.of(0, 10, 0, 10))
        .isEqualTo(new RateRatio(null, 0, null, RateRatio.Method.EXACT_CONDITIONAL));
  }

  @ParameterizedTest
  @CsvSource({"3, 9", "41, 15", "1, 400", "400, 1", "2000, 2000"})
  void turning_the_times_round_turns_the_ratio_round(long first, long second) {
    RateRatio one = RateRatio.exact(first, 30, second, 70);
    RateRatio other = RateRatio.exact(second, 70, first, 30);

    double high = Objects.requireNonNull(one.high());
    assertThat(one.ratio()).isBetween(one.low(), high);
    assertThat(1 / Objects.requireNonNull(other.high()))
        .isCloseTo(one.low(), within(1e-9 * one.low()));
    assertThat(1 / other.low()).isCloseTo(high, within(1e-9 * high));
  }

  @Test
  void for_very_many_the_two_methods_agree_and_the_quick_one_is_taken() {
    RateRatio exact = RateRatio.exact(60_000, 365, 50_000, 365);
    RateRatio taken = RateRatio.of(60_000, 365, 50_000, 365);

    assertThat(taken.method()).isEqualTo(RateRatio.Method.WALD_LOGARITHM);
    assertThat(taken.low()).isCloseTo(exact.low(), within(0.0001));
    assertThat(taken.high()).isCloseTo(exact.high(), within(0.0001));
    assertThat(RateRatio.of(50_000, 365, 50_000, 365).method())
        .isEqualTo(RateRatio.Method.EXACT_CONDITIONAL);
  }

  @Test
  void very_many_against_none_are_worked_out_as_well() {
    RateRatio ratio = RateRatio.of(5_000_000, 365, 0, 365);

    assertThat(ratio.ratio()).isNull();
    assertThat(ratio.low()).isGreaterThan(1_000_000);
    RateRatio none = RateRatio.of(0, 365, 5_000_000, 365);
    assertThat(none.method()).isEqualTo(RateRatio.Method.EXACT_CONDITIONAL);
    assertThat(none.ratio()).isZero();
    // 1 - 0.025 ^ (1 / 5000000) as odds
    assertThat(none.high()).isCloseTo(7.377762e-7, within(1e-13));
  }
}
