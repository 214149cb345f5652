package org.accordledger.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaDistributionTest {
  @Test
  void the_gamma_function_of_whole_numbers_is_the_factorial() {
    double factorial = 1;
    for (int n = 1; n < 60; n++) {
      assertThat(BetaDistribution.logGamma(n)).isCloseTo(Math.log(factorial), within(1e-10));
      factorial *= n;
    }
    assertThat(BetaDistribution.logGamma(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-12));
  }

  @Test
  void the_distribution_of_the_largest_of_several_is_a_power() {
    for (double x = 0; x <= 1.0001; x += 0.05) {
      assertThat(BetaDistribution.cumulative(x, 3, 1))
          .isCloseTo(Math.pow(Math.min(x, 1), 3), within(1e-13));
    }
    assertThat(BetaDistribution.cumulative(-1, 2, 2)).isZero();
    assertThat(BetaDistribution.cumulative(2, 2, 2)).isEqualTo(1);
  }

  @Test
  void a_quantile_is_where_the_distribution_has_its_probability() {
    for (double probability : new double[] {0.001, 0.025, 0.5, 0.975}) {
      double x = BetaDistribution.quantile(probability, 17, 4);
      assertThat(BetaDistribution.cumulative(x, 17, 4)).isCloseTo(probability, within(1e-12));
    }
  }
}
