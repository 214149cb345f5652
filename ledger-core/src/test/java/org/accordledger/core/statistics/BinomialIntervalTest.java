package org.accordledger.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialIntervalTest {
  /**
   * R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 5; and Mendel's
   * peas: W. J. Conover, Practical Nonparametric Statistics (1971), page 97, as worked out in the
   * manual of R's {@code binom.test(682, 925)}.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2527, 0.3676",
    "15, 148, 0.0578, 0.1617",
    "0, 20, 0.0000, 0.1684",
    "1, 29, 0.0009, 0.1776",
    "682, 925, 0.7077, 0.7654",
  })
  void the_interval_is_the_published_one(long successes, long trials, double low, double high) {
    Interval interval = BinomialInterval.of(successes, trials);

    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void it_is_never_narrower_than_none_and_holds_the_share() {
    for (long n = 1; n < 40; n++) {
      for (long x = 0; x <= n; x++) {
        Interval interval = BinomialInterval.of(x, n);
        assertThat(interval.low()).isBetween(0.0, x / (double) n);
        assertThat(interval.high()).isBetween(x / (double) n, 1.0);
        assertThat(BinomialInterval.of(n - x, n).low())
            .isCloseTo(1 - interval.high(), within(1e-12));
      }
    }
  }

  /** The chance of a tail, added up one by one, is a half of 5 % at each limit. */
  @ParameterizedTest
  @CsvSource({"3, 10", "1, 7", "20, 41"})
  void at_the_limits_each_tail_has_two_and_a_half_percent(int successes, int trials) {
    Interval interval = BinomialInterval.of(successes, trials);

    assertThat(chance(successes, trials, trials, interval.low())).isCloseTo(0.025, within(1e-9));
    assertThat(chance(0, successes, trials, interval.high())).isCloseTo(0.025, within(1e-9));
  }

  private static double chance(int from, int to, int trials, double share) {
    double sum = 0;
    for (int k = from; k <= to; k++) {
      double ways = 1;
      for (int i = 0; i < k; i++) {
        ways = ways * (trials - i) / (i + 1);
      }
      sum += ways * Math.pow(share, k) * Math.pow(1 - share, trials - k);
    }
    return sum;
  }
}
