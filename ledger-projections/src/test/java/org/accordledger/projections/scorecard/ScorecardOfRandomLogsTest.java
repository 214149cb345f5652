package org.accordledger.projections.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.random.RandomCommands;
import org.accordledger.core.random.Seeds;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.core.scorecard.ScorecardFold;
import org.accordledger.projections.Applying;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.FakeLog;
import org.accordledger.projections.Page;
import org.accordledger.projections.ProjectionSettings;
import org.accordledger.projections.Projections;
import org.accordledger.projections.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, the tables say what the pure function over the same events says. */
class ScorecardOfRandomLogsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<Marking> EVERYTHING = EnumSet.allOf(Marking.class);
  private static final int COMMANDS = 700;

  private final long seed = Seeds.next();
  private final SplittableRandom random = new SplittableRandom(seed);
  private final List<Recorded<? extends LedgerEvent>> log =
      List.copyOf(RandomCommands.log(seed, COMMANDS));
  private final TestDatabase database = TestDatabase.fresh();
  private final ScorecardProjection projection = new ScorecardProjection(database.dataSource());
  private final ScorecardQuery scorecard = new ScorecardQuery(database.dataSource());

  ScorecardOfRandomLogsTest() {
    System.out.println(Seeds.again(seed) + ", " + log.size() + " events");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void the_scorecard_of_any_position_is_the_pure_function_whatever_the_batches(int batchSize) {
    Applying.all(database.dataSource(), projection, log, batchSize);

    assertEqualEverywhere();
  }

  @Test
  void a_batch_that_failed_and_comes_again_counts_once() {
    Applying.amidFaults(database.dataSource(), projection, log, random);

    assertEqualEverywhere();
  }

  @Test
  void live_and_replayed_once_and_twice_are_the_same() throws Exception {
    FakeLog source = new FakeLog();
    ProjectionSettings settings = ProjectionSettings.defaults().withBatchSize(50);
    try (Projections projections =
        new Projections(
            database.dataSource(), source, List.of(projection), settings, InstantSource.system())) {
      projections.start();
      for (int size = 0; size < log.size(); size += random.nextInt(1, 90)) {
        source.growTo(log.subList(0, size));
      }
      source.growTo(log);
      for (int replays = 0; replays <= 2; replays++) {
        assertThat(projections.awaitPosition("scorecard", log.size() - 1L, SOON)).isTrue();
        assertEqualEverywhere();
        projections.rebuild("scorecard");
      }
    }
  }

  private void assertEqualEverywhere() {
    for (long position : positions()) {
      ScorecardFold fold = foldUntil(position);
      for (Period period : periods()) {
        Scorecard expected = fold.scorecard(period, null);
        Scorecard read = read(AsOf.position(position), period);
        assertThat(read)
            .as("at %d of %s with %s", position, period, Seeds.again(seed))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void a_time_means_the_last_position_recorded_until_then() {
    Applying.all(database.dataSource(), projection, log, 20);

    for (long position : positions()) {
      Instant recordedAt = log.get((int) position).recordedAt();
      assertThat(read(AsOf.time(recordedAt), Period.ALL).position())
          .isEqualTo(lastUntil(recordedAt));
      Instant justBefore = recordedAt.minusNanos(1000);
      assertThat(read(AsOf.time(justBefore), Period.ALL).position())
          .isEqualTo(lastUntil(justBefore));
    }
  }

  private long lastUntil(Instant time) {
    return log.stream().filter(event -> !event.recordedAt().isAfter(time)).count() - 1;
  }

  @Test
  void every_figure_opens_to_as_many_cases_as_it_counts() {
    Applying.all(database.dataSource(), projection, log, 30);

    for (long position : positions()) {
      for (Period period : periods()) {
        for (Cell cell : read(AsOf.position(position), period).cells()) {
          for (Map.Entry<Counter, Long> figure : cell.counts().entrySet()) {
            assertThat(allBehind(cell, figure.getKey(), position, period))
                .as(
                    "%s of %s at %d of %s with %s",
                    figure.getKey(), cell.key(), position, period, Seeds.again(seed))
                .hasSize(figure.getValue().intValue())
                .doesNotHaveDuplicates();
          }
        }
      }
    }
  }

  private List<CaseBehind> allBehind(Cell cell, Counter counter, long position, Period period) {
    List<CaseBehind> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<CaseBehind> page =
          scorecard
              .casesBehind(
                  cell.key(), counter, AsOf.position(position), period, EVERYTHING, cursor, 3)
              .value();
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private Scorecard read(AsOf asOf, Period period) {
    return scorecard.read(ScorecardRequest.everything(asOf).during(period)).scorecard();
  }

  private ScorecardFold foldUntil(long position) {
    ScorecardFold fold = new ScorecardFold();
    log.subList(0, (int) position + 1).forEach(fold::apply);
    return fold;
  }

  /** The first, the last and some in between. */
  private List<Long> positions() {
    List<Long> positions = new ArrayList<>(List.of(0L, log.size() - 1L));
    for (int i = 0; i < 4; i++) {
      positions.add(random.nextLong(1, log.size()));
    }
    return positions;
  }

  private List<Period> periods() {
    YearMonth from = YearMonth.of(2014, 6).plusMonths(random.nextInt(24));
    return List.of(
        Period.ALL,
        new Period(from, null),
        new Period(null, from),
        new Period(from, from.plusMonths(random.nextInt(12))));
  }
}
