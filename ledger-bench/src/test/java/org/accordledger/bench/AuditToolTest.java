package org.accordledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.accordledger.bench.AuditTool.Outcome;
import org.junit.jupiter.api.Test;

class AuditToolTest {
  private static final Outcome OUTCOME =
      new Outcome(
          List.of(
              "hashed: 1,000,000 entries in 1.6 s, 633,619 entries/s",
              "replayed: 11 events in 0.1 s, 110 events/s",
              "compared: position 1, 2 cells, no difference; left out here 0, there 0",
              "compared: position 2, 2 cells, no difference; left out here 0, there 0"),
          2.5);

  @Test
  void rates_are_those_the_auditor_tells() {
    assertThat(OUTCOME.rate("hashed")).isEqualTo(633_619);
    assertThat(OUTCOME.rate("replayed")).isEqualTo(110);
    assertThatThrownBy(() -> OUTCOME.rate("read")).hasMessageContaining("told no rate of 'read'");
  }

  @Test
  void every_comparison_counts() {
    assertThat(OUTCOME.count("compared: ")).isEqualTo(2);
  }
}
