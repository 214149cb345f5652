package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.election.ElectionProjection;
import org.accordledger.projections.series.SeriesProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** However the events come, the tables hold the same. The scorecard has a test of its own. */
class ReplaysOfAnyLogTest {
  private static final String LOGS = "org.accordledger.projections.Logs#all";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> TABLES =
      List.of(
          "docket",
          "docket_accord",
          "docket_stage",
          "election",
          "series",
          "series_attachment",
          "timeline",
          "timeline_stream",
          "progress");

  @ParameterizedTest
  @MethodSource(LOGS)
  void batches_make_no_difference(Logs logs) {
    for (int batchSize : new int[] {7, 1000}) {
      logs.check(
          log -> {
            try (Tables tables = new Tables(log)) {
              tables
                  .projections()
                  .forEach(one -> Applying.all(tables.dataSource(), one, log, batchSize));
              tables.areAsEventByEvent();
            }
          });
    }
  }

  @ParameterizedTest
  @MethodSource(LOGS)
  void a_batch_that_failed_and_comes_again_leaves_no_trace(Logs logs) {
    logs.check(
        log -> {
          SplittableRandom random = new SplittableRandom(log.size());
          try (Tables tables = new Tables(log)) {
            tables
                .projections()
                .forEach(one -> Applying.amidFaults(tables.dataSource(), one, log, random));
            tables.areAsEventByEvent();
          }
        });
  }

  @ParameterizedTest
  @MethodSource(LOGS)
  void live_and_replayed_once_and_twice_are_the_same(Logs logs) {
    logs.check(
        log -> {
          try (Tables tables = new Tables(log)) {
            liveAndReplayed(tables, log);
          }
        });
  }

  private static void liveAndReplayed(Tables tables, List<Recorded<? extends LedgerEvent>> log)
      throws InterruptedException {
    FakeLog source = new FakeLog();
    ProjectionSettings settings = ProjectionSettings.defaults().withBatchSize(40);
    List<Projection> all = tables.projections();
    try (Projections projections =
        new Projections(tables.dataSource(), source, all, settings, InstantSource.system())) {
      projections.start();
      source.growBySteps(log, 90);
      for (int replays = 0; replays <= 2; replays++) {
        for (Projection one : all) {
          assertThat(projections.awaitPosition(one.name(), log.size() - 1L, SOON)).isTrue();
        }
        tables.areAsEventByEvent();
        all.forEach(one -> projections.rebuild(one.name()));
      }
    }
  }

  /** Tables to fill, beside those of the same log applied event by event. */
  private static final class Tables implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestDatabase reference = TestDatabase.fresh();

    Tables(List<Recorded<? extends LedgerEvent>> log) {
      projections(reference).forEach(one -> Applying.all(reference.dataSource(), one, log, 1));
    }

    DataSource dataSource() {
      return database.dataSource();
    }

    List<Projection> projections() {
      return projections(database);
    }

    private static List<Projection> projections(TestDatabase in) {
      return List.of(
          new DocketProjection(in.dataSource()),
          new ElectionProjection(in.dataSource()),
          new SeriesProjection(in.dataSource()),
          new TimelineProjection(in.dataSource(), new EventCodec()::encode));
    }

    void areAsEventByEvent() {
      for (String table : TABLES) {
        assertThat(rows(database, table)).as(table).isEqualTo(rows(reference, table));
      }
    }

    private static List<@Nullable String> rows(TestDatabase in, String table) {
      return new JdbcTemplate(in.dataSource())
          .queryForList("select t::text from %s t order by 1".formatted(table), String.class);
    }

    @Override
    public void close() {
      database.close();
      reference.close();
    }
  }
}
