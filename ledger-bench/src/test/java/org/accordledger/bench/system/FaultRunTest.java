package org.accordledger.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short run; the long one is {@code ./ledger bench faults}. */
class FaultRunTest {
  @TempDir Path directory;

  /** Another order each time; {@code -Dledger.faults.seed} repeats one. */
  @Test
  void whatWasAcknowledgedSurvivesAFewFaultsInAnyOrder() {
    long seed = Long.getLong("ledger.faults.seed", System.nanoTime());
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    new FaultRun(directory, seed, new PrintStream(both(report), true, StandardCharsets.UTF_8))
        .few();
    assertThat(report.toString(StandardCharsets.UTF_8))
        .startsWith("faults: seed " + seed + System.lineSeparator())
        .containsPattern("kill -9 api-1 +1 ")
        .containsPattern("stop PostgreSQL +1 ")
        .containsPattern("cut api-2 to PostgreSQL +1 ")
        .containsPattern("stop Kafka +1 ")
        .containsPattern("kill -9 projections-1 +1 ");
  }

  /** What is kept for the test is shown while it runs, too. */
  private static OutputStream both(ByteArrayOutputStream report) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        report.write(b);
        System.out.write(b);
      }

      @Override
      public void flush() {
        System.out.flush();
      }
    };
  }
}
