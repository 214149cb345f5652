package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.accordledger.core.Marking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private final TestDatabase database = TestDatabase.empty();
  private final OutageDataSource outage = new OutageDataSource(database);
  private final FakeLog log = new FakeLog();
  private final LedgerScript script = LedgerScript.withAccord(false);
  private final Tally tally = new Tally(outage);
  private final Projections projections =
      new Projections(
          outage,
          log,
          List.of(tally),
          ProjectionSettings.defaults().withBatchSize(3),
          InstantSource.system());

  @BeforeEach
  void tenEvents() {
    for (int i = 1; i < 10; i++) {
      script.submitted("case-" + i, Marking.CLEAR);
    }
  }

  @AfterEach
  void stop() {
    projections.close();
    database.close();
  }

  @Test
  void a_database_that_is_down_at_start_is_waited_for() throws Exception {
    log.growTo(script.events());
    outage.begin();
    projections.start();
    assertThat(projections.awaitPosition("tally", 0, A_WHILE)).isFalse();

    outage.end();

    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
  }

  @Test
  void after_an_outage_projections_go_on_by_themselves_and_repeat_nothing() throws Exception {
    log.growTo(script.events().subList(0, 5));
    projections.start();
    assertThat(projections.awaitPosition("tally", 4, SOON)).isTrue();

    outage.begin();
    log.growTo(script.events());
    assertThat(projections.awaitPosition("tally", 9, A_WHILE)).isFalse();
    outage.end();

    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
  }

  private static List<@Nullable Long> positionsUpTo(long last) {
    return LongStream.rangeClosed(0, last).<@Nullable Long>mapToObj(Long::valueOf).toList();
  }
}
