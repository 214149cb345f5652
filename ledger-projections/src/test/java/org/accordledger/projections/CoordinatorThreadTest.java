package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;

class CoordinatorThreadTest {
  private static final String READ_FROM = "4.13.0";

  @Test
  void the_version_of_axon_is_the_one_whose_delays_are_known() throws Exception {
    String poms = "/META-INF/maven/org.axonframework/axon-messaging/pom.properties";
    Properties built = new Properties();
    try (InputStream in = PooledStreamingEventProcessor.class.getResourceAsStream(poms)) {
      built.load(Objects.requireNonNull(in));
    }
    assertThat(built.getProperty("version"))
        .as(
            """
            CoordinatorThread was read from the Coordinator of Axon %s. In the new one's \
            CoordinationTask.run look that
            1. it schedules itself after 100 ms when no work package has space (isSpaceAvailable), \
            and after 100 ms for no other reason: its other delays there are 0, 500 ms, and the \
            shorter of claimExtensionThreshold and tokenClaimInterval (ProjectionMachinery); if \
            not, change FULL_QUEUE_MILLIS;
            2. it still asks its stream for more (hasNextAvailable) after it has opened its \
            processingGate, which is why one thread runs it; if not, more threads do no harm.
            Run ledger-bench's commands and CatchUp before and after. Then write the new version \
            here and in CoordinatorThread.\
            """,
            READ_FROM)
        .isEqualTo(READ_FROM);
  }

  @Test
  void only_the_wait_for_a_full_queue_is_cut_short() {
    try (CoordinatorThread thread = new CoordinatorThread("tally")) {
      assertThat(delay(thread, 100)).isLessThanOrEqualTo(2);
      assertThat(delay(thread, 500)).isGreaterThan(2);
      assertThat(delay(thread, 60_000)).isGreaterThan(2);
      thread.shutdownNow();
    }
  }

  private static long delay(CoordinatorThread thread, long millis) {
    return thread.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS);
  }
}
