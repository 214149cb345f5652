package org.accordledger.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  /** R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718",
  })
  void the_interval_is_the_published_one(long violations, long findings, double low, double high) {
    Share share = Share.of(violations, findings);
    assertThat(share.low()).isCloseTo(low, within(0.00005));
    assertThat(share.high()).isCloseTo(high, within(0.00005));
    assertThat(share.share()).isEqualTo((double) violations / findings);
    assertThat(share.findings()).isEqualTo(findings);
  }

  @Test
  void turning_violations_round_turns_the_interval_round() {
    for (long n = 1; n < 40; n++) {
      for (long x = 0; x <= n; x++) {
        Share share = Share.of(x, n);
        assertThat(share.low()).isBetween(0.0, share.share());
        assertThat(share.high()).isBetween(share.share(), 1.0);
        assertThat(Share.of(n - x, n).low()).isCloseTo(1 - share.high(), within(1e-12));
      }
    }
    assertThat(Share.of(0, 7).low()).isZero();
    assertThat(Share.of(7, 7).high()).isEqualTo(1);
  }
}
