package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreadableLogTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final Tally tally = new Tally(database.dataSource());
  private final Projections projections =
      new Projections(
          database.dataSource(),
          new UnreadableLog(),
          List.of(tally),
          ProjectionSettings.defaults(),
          InstantSource.system());

  @AfterEach
  void stop() {
    projections.close();
    database.close();
  }

  @Test
  void a_projection_that_cannot_read_even_the_first_event_says_so() throws Exception {
    projections.start();
    while (projections.status("tally").failure() == null) {
      assertThat(projections.awaitPosition("tally", 0, Duration.ofMillis(20))).isFalse();
    }

    ProjectionStatus status = projections.status("tally");
    assertThat(status.failure())
        .isEqualTo("the log cannot be read; it is tried again until it can");
    assertThat(status.position()).isEqualTo(-1);
    assertThat(status.behind()).isEqualTo(10);
    assertThat(status.age()).as("nobody knows").isZero();
  }

  @Test
  void it_does_not_stand_still_where_another_node_has_it() throws Exception {
    projections.start();
    while (projections.status("tally").failure() == null) {
      assertThat(projections.awaitPosition("tally", 0, Duration.ofMillis(20))).isFalse();
    }
    FakeLog readable = new FakeLog();
    LedgerScript script = LedgerScript.withAccord(false);
    readable.growTo(script.events());
    long last = script.events().size() - 1L;

    try (Projections other =
        new Projections(
            database.dataSource(),
            readable,
            List.of(tally),
            ProjectionSettings.defaults(),
            InstantSource.system())) {
      other.start();
      assertThat(other.awaitPosition("tally", last, Duration.ofSeconds(30))).isTrue();

      assertThat(other.status("tally").failure()).isNull();
      assertThat(projections.status("tally").failure()).isNull();
    }
  }

  /** A log of ten events, written by somebody who knows more. */
  private static final class UnreadableLog
      implements StreamableMessageSource<TrackedEventMessage<?>> {
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
      throw new IllegalStateException("nobody here knows this");
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
      return null;
    }

    @Override
    public TrackingToken createHeadToken() {
      return new GlobalSequenceTrackingToken(9);
    }
  }
}
