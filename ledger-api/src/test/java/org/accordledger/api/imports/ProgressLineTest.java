package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  @Test
  void the_line_says_how_far_how_fast_and_how_long_still() {
    assertThat(ProgressLine.line(0.25, 5_000, Duration.ofSeconds(10)))
        .isEqualTo("[########......................]  25 %  5,000 rows  500 rows/s  0:30 left");
  }

  @Test
  void nothing_is_promised_before_anything_is_done() {
    assertThat(ProgressLine.line(0, 0, Duration.ZERO)).endsWith("--:-- left");
  }
}
