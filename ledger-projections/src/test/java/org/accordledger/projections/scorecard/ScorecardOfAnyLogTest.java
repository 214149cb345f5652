package org.accordledger.projections.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.Applying;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.FakeLog;
import org.accordledger.projections.Logs;
import org.accordledger.projections.Page;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.Projections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, the tables say what the pure function over the same events says. */
class ScorecardOfAnyLogTest {
  private static final String LOGS = "org.accordledger.projections.Logs#all";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<Marking> EVERYTHING = EnumSet.allOf(Marking.class);

  @ParameterizedTest
  @MethodSource(LOGS)
  void the_scorecard_of_any_position_is_the_pure_function_whatever_the_batches(Logs logs) {
    for (int batchSize : new int[] {1, 7, 1000}) {
      logs.check(
          log -> {
            try (ScorecardTables tables = new ScorecardTables(log)) {
              Applying.all(tables.dataSource(), tables.projection(), log, batchSize);
              tables.areThePureFunction();
            }
          });
    }
  }

  @ParameterizedTest
  @MethodSource(LOGS)
  void a_batch_that_failed_and_comes_again_counts_once(Logs logs) {
    logs.check(
        log -> {
          try (ScorecardTables tables = new ScorecardTables(log)) {
            Applying.amidFaults(tables.dataSource(), tables.projection(), log, tables.random());
            tables.areThePureFunction();
          }
        });
  }

  @ParameterizedTest
  @MethodSource(LOGS)
  void live_and_replayed_once_and_twice_are_the_same(Logs logs) {
    logs.check(
        log -> {
          try (ScorecardTables tables = new ScorecardTables(log)) {
            liveAndReplayed(tables, log);
          }
        });
  }

  private static void liveAndReplayed(
      ScorecardTables tables, List<Recorded<? extends LedgerEvent>> log)
      throws InterruptedException {
    FakeLog source = new FakeLog();
    ProjectionSettings settings = ProjectionSettings.defaults().withBatchSize(50);
    try (Projections projections =
        new Projections(
            tables.dataSource(),
            source,
            List.of(tables.projection()),
            settings,
            InstantSource.system())) {
      projections.start();
      source.growBySteps(log, 90);
      for (int replays = 0; replays <= 2; replays++) {
        assertThat(projections.awaitPosition(ScorecardProjection.NAME, log.size() - 1L, SOON))
            .isTrue();
        tables.areThePureFunction();
        projections.rebuild(ScorecardProjection.NAME);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(LOGS)
  void a_time_means_the_last_position_recorded_until_then(Logs logs) {
    logs.check(
        log -> {
          try (ScorecardTables tables = new ScorecardTables(log)) {
            Applying.all(tables.dataSource(), tables.projection(), log, 20);
            for (long position : tables.positions()) {
              Instant recordedAt = log.get((int) position).recordedAt();
              for (Instant time : List.of(recordedAt, recordedAt.minusNanos(1000))) {
                assertThat(tables.read(AsOf.time(time), Period.ALL).position())
                    .isEqualTo(lastUntil(log, time));
              }
            }
          }
        });
  }

  private static long lastUntil(List<Recorded<? extends LedgerEvent>> log, Instant time) {
    return log.stream().filter(event -> !event.recordedAt().isAfter(time)).count() - 1;
  }

  @ParameterizedTest
  @MethodSource(LOGS)
  void every_figure_opens_to_as_many_cases_as_it_counts(Logs logs) {
    logs.check(
        log -> {
          try (ScorecardTables tables = new ScorecardTables(log)) {
            Applying.all(tables.dataSource(), tables.projection(), log, 30);
            // the last and one in between: each figure is a query of its own
            for (long position : tables.positions().subList(1, 3)) {
              for (Period period : tables.periods()) {
                everyFigureOpens(tables, position, period);
              }
            }
          }
        });
  }

  private static void everyFigureOpens(ScorecardTables tables, long position, Period period) {
    for (Cell cell : tables.read(AsOf.position(position), period).cells()) {
      for (Map.Entry<Counter, Long> figure : cell.counts().entrySet()) {
        assertThat(allBehind(tables.query(), cell, figure.getKey(), position, period))
            .as("%s of %s at %d of %s", figure.getKey(), cell.key(), position, period)
            .hasSize(figure.getValue().intValue())
            .doesNotHaveDuplicates();
      }
    }
  }

  private static List<CaseBehind> allBehind(
      ScorecardQuery query, Cell cell, Counter counter, long position, Period period) {
    List<CaseBehind> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<CaseBehind> page =
          query
              .casesBehind(
                  cell.key(), counter, AsOf.position(position), period, EVERYTHING, cursor, 3)
              .value();
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
