package org.accordledger.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.statistics.Trend.Observation;
import org.junit.jupiter.api.Test;

class TrendTest {
  /** New cases of AIDS in Belgium, 1981 to 1993. */
  private static final long[] BELGIUM = {12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240};

  /**
   * S. N. Wood, Generalized Additive Models: An Introduction with R (2006), section 2.3.2: a slope
   * of 0.202121 with a standard error of 0.007771.
   */
  @Test
  void the_slope_and_its_error_are_the_published_ones() {
    Trend trend = Trend.of(observations(1, 1, BELGIUM)).orElseThrow();

    double slope = Math.log(trend.factor());
    double error =
        (Math.log(trend.interval().high()) - Math.log(trend.interval().low()))
            / (2 * NormalDistribution.UPPER);
    assertThat(slope).isCloseTo(0.202121, within(0.0000005));
    assertThat(error).isCloseTo(0.007771, within(0.0000005));
    assertThat(trend.observations()).isEqualTo(13);
    // the published fit calls the model clearly wrong: the counts scatter far more than it allows
    assertThat(trend.dispersion()).isBetween(5.0, 9.0);
  }

  @Test
  void neither_the_origin_of_time_nor_the_unit_of_exposure_moves_it() {
    Trend one = Trend.of(observations(1, 1, BELGIUM)).orElseThrow();
    Trend other = Trend.of(observations(1981, 365.25, BELGIUM)).orElseThrow();

    assertThat(other.factor()).isCloseTo(one.factor(), within(1e-9));
    assertThat(other.interval().low()).isCloseTo(one.interval().low(), within(1e-9));
    assertThat(other.dispersion()).isCloseTo(one.dispersion(), within(1e-7));
  }

  @Test
  void a_count_that_doubles_each_time_has_the_factor_two_and_does_not_scatter() {
    Trend trend = Trend.of(observations(0, 1, 5, 10, 20, 40, 80)).orElseThrow();

    assertThat(trend.factor()).isCloseTo(2, within(1e-9));
    assertThat(trend.dispersion()).isCloseTo(0, within(1e-9));
    assertThat(trend.interval().low()).isLessThan(2).isGreaterThan(1);
  }

  @Test
  void a_longer_time_of_counting_is_no_rise() {
    Trend trend =
        Trend.of(
                List.of(
                    new Observation(0, 1, 7), new Observation(1, 2, 14), new Observation(2, 3, 21)))
            .orElseThrow();

    assertThat(trend.factor()).isCloseTo(1, within(1e-9));
  }

  @Test
  void of_too_few_counts_no_trend_is_told() {
    assertThat(Trend.of(List.of())).isEmpty();
    assertThat(Trend.of(observations(0, 1, 3, 4))).isEmpty();
  }

  @Test
  void where_no_slope_fits_best_none_is_told() {
    assertThat(Trend.of(observations(0, 1, 0, 0, 0, 0))).isEmpty();
    assertThat(Trend.of(observations(0, 1, 0, 0, 0, 9))).isEmpty();
    assertThat(Trend.of(observations(0, 1, 9, 0, 0, 0))).isEmpty();
  }

  @Test
  void steep_and_sparse_counts_are_fitted_too() {
    Trend trend = Trend.of(observations(0, 1, 0, 0, 0, 0, 1, 0, 0, 1_000)).orElseThrow();

    assertThat(trend.factor()).isGreaterThan(5);
    assertThat(trend.interval().low()).isLessThan(trend.factor());
    assertThat(trend.interval().high()).isFinite();
  }

  @Test
  void a_trend_that_no_number_holds_is_not_told() {
    List<Observation> steep =
        List.of(
            new Observation(0, 1, 1_000_000_000),
            new Observation(0.001, 1, 0),
            new Observation(0.002, 1, 1));

    assertThat(Trend.of(steep)).isEmpty();
  }

  private static List<Observation> observations(double from, double exposure, long... counts) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      observations.add(new Observation(from + i, exposure, counts[i]));
    }
    return observations;
  }
}
