package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.random.RandomCommands;
import org.accordledger.core.random.Seeds;
import org.accordledger.projections.accords.AccordProjection;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** However the events come, the tables hold the same. The scorecard has a test of its own. */
class ReplaysOfRandomLogsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> TABLES =
      List.of("docket", "docket_accord", "timeline", "timeline_stream", "accord", "progress");

  private final long seed = Seeds.next();
  private final SplittableRandom random = new SplittableRandom(seed);
  private final List<Recorded<? extends LedgerEvent>> log =
      List.copyOf(RandomCommands.log(seed, 600));
  private final TestDatabase database = TestDatabase.fresh();
  private final TestDatabase reference = TestDatabase.fresh();

  ReplaysOfRandomLogsTest() {
    System.out.println(Seeds.again(seed) + ", " + log.size() + " events");
    projections(reference).forEach(one -> Applying.all(reference.dataSource(), one, log, 1));
  }

  private static List<Projection> projections(TestDatabase in) {
    return List.of(
        new DocketProjection(in.dataSource()),
        new TimelineProjection(in.dataSource(), new EventCodec()::encode),
        new AccordProjection(in.dataSource()));
  }

  @AfterEach
  void close() {
    database.close();
    reference.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 1000})
  void batches_make_no_difference(int batchSize) {
    projections(database).forEach(one -> Applying.all(database.dataSource(), one, log, batchSize));

    assertSameTables();
  }

  @Test
  void a_batch_that_failed_and_comes_again_leaves_no_trace() {
    projections(database)
        .forEach(one -> Applying.amidFaults(database.dataSource(), one, log, random));

    assertSameTables();
  }

  @Test
  void live_and_replayed_once_and_twice_are_the_same() throws Exception {
    FakeLog source = new FakeLog();
    ProjectionSettings settings = ProjectionSettings.defaults().withBatchSize(40);
    List<Projection> all = projections(database);
    try (Projections projections =
        new Projections(database.dataSource(), source, all, settings, InstantSource.system())) {
      projections.start();
      for (int size = 0; size < log.size(); size += random.nextInt(1, 90)) {
        source.growTo(log.subList(0, size));
      }
      source.growTo(log);
      for (int replays = 0; replays <= 2; replays++) {
        for (Projection one : all) {
          assertThat(projections.awaitPosition(one.name(), log.size() - 1L, SOON)).isTrue();
        }
        assertSameTables();
        all.forEach(one -> projections.rebuild(one.name()));
      }
    }
  }

  private void assertSameTables() {
    for (String table : TABLES) {
      assertThat(rows(database, table))
          .as("%s with %s", table, Seeds.again(seed))
          .isEqualTo(rows(reference, table));
    }
  }

  private static List<@Nullable String> rows(TestDatabase in, String table) {
    return new JdbcTemplate(in.dataSource())
        .queryForList("select t::text from views.%s t order by 1".formatted(table), String.class);
  }
}
