package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class ProjectionsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final TestDatabase database = TestDatabase.fresh();
  private final FakeLog log = new FakeLog();
  private final LedgerScript script = LedgerScript.withAccord(false);
  private final Tally tally = new Tally(database.dataSource());
  private Projections projections = running(1000);

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

  private Projections running(int batchSize) {
    return running(ProjectionSettings.defaults().withBatchSize(batchSize));
  }

  private Projections running(ProjectionSettings settings) {
    return new Projections(
        database.dataSource(), log, List.of(tally), settings, InstantSource.system());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void every_event_is_applied_once_whatever_the_batch_size(int batchSize) throws Exception {
    projections = running(batchSize);
    log.growTo(script.events().subList(0, 4));
    projections.start();
    log.growTo(script.events());

    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
  }

  @Test
  void a_batch_is_one_transaction_with_its_position_and_its_token() throws Exception {
    // a claim that long is not extended meanwhile, which would write the token again
    projections = running(ProjectionSettings.defaults().withClaimTimeout(Duration.ofMinutes(10)));
    log.growTo(script.events());
    projections.start();
    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();

    // rows carry the number of the transaction that wrote them
    String writer = writerOf("public.tally where position = 9");
    assertThat(writerOf("progress")).isEqualTo(writer);
    assertThat(writerOf("token where projection = 'tally'")).isEqualTo(writer);
  }

  private @Nullable String writerOf(String row) {
    return new JdbcTemplate(database.dataSource())
        .queryForObject("select xmin::text from " + row, String.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_WRITING", "AFTER_WRITING"})
  void a_batch_that_fails_leaves_nothing_and_is_applied_later_once(Tally.Fault fault)
      throws Exception {
    tally.failWith(fault);
    log.growTo(script.events());
    projections.start();
    awaitFailure();

    assertThat(tally.positions()).isEmpty();
    assertThat(projections.status("tally").position()).isEqualTo(-1);

    tally.failWith(Tally.Fault.NONE);
    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
    assertThat(projections.status("tally").failure()).isNull();
  }

  @Test
  void a_poison_event_stops_the_projection_and_shows_in_its_status() throws Exception {
    log.growTo(script.events().subList(0, 4));
    projections.start();
    assertThat(projections.awaitPosition("tally", 3, SOON)).isTrue();
    tally.failWith(Tally.Fault.BEFORE_WRITING);
    log.growTo(script.events());
    awaitFailure();

    ProjectionStatus status = projections.status("tally");
    assertThat(status.failure()).contains("injected fault");
    assertThat(status.position()).isEqualTo(3);
    assertThat(status.head()).isEqualTo(9);
    assertThat(status.behind()).isEqualTo(6);
    assertThat(status.age()).isPositive();
  }

  /** The failure is reported by the projection's own thread some time after the log grew. */
  private void awaitFailure() throws InterruptedException {
    while (projections.status("tally").failure() == null) {
      Thread.onSpinWait();
      assertThat(projections.awaitPosition("tally", 9, Duration.ofMillis(20))).isFalse();
    }
  }

  @Test
  void a_restart_goes_on_where_the_last_run_stopped() throws Exception {
    log.growTo(script.events().subList(0, 4));
    projections.start();
    assertThat(projections.awaitPosition("tally", 3, SOON)).isTrue();
    projections.close();

    projections = running(1000);
    log.growTo(script.events());
    projections.start();

    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
  }

  @Test
  void two_nodes_share_the_work_without_repeating_any() throws Exception {
    try (Projections other = running(2)) {
      projections = running(2);
      log.growTo(script.events().subList(0, 5));
      other.start();
      projections.start();
      log.growTo(script.events());

      assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
      assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
    }
  }

  @Test
  void a_rebuild_replays_from_zero() throws Exception {
    log.growTo(script.events());
    projections.start();
    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    int before = tally.batchesTried();

    projections.rebuild("tally");

    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
    assertThat(tally.batchesTried()).isGreaterThan(before);
  }

  @Test
  void waiting_for_a_position_that_does_not_come_ends_in_time() throws Exception {
    log.growTo(script.events());
    projections.start();

    assertThat(projections.awaitPosition("tally", 10, Duration.ofMillis(50))).isFalse();
  }

  @Test
  void an_unknown_projection_is_named_with_those_there_are() {
    assertThatThrownBy(() -> projections.rebuild("talley"))
        .hasMessage("there is no projection talley; there are [tally]");
  }

  @Test
  void events_that_do_not_follow_the_last_one_are_refused() {
    Progress progress = new Progress(database.dataSource());
    progress.register("tally");

    assertThatThrownBy(() -> progress.advance("tally", script.events().subList(3, 5)))
        .hasMessageContaining("stands at position -1 and was given events from 3");
  }

  @Test
  void a_batch_that_leaves_an_event_out_or_has_one_twice_is_refused() {
    Progress progress = new Progress(database.dataSource());
    progress.register("tally");
    var events = script.events();

    assertThatThrownBy(
            () -> progress.advance("tally", List.of(events.get(0), events.get(1), events.get(3))))
        .hasMessageContaining("was given event 3 where 2 comes next");
    assertThatThrownBy(
            () -> progress.advance("tally", List.of(events.get(0), events.get(1), events.get(1))))
        .hasMessageContaining("was given event 1 where 2 comes next");
    assertThat(progress.position("tally")).isEqualTo(-1);
  }

  @Test
  void a_stream_is_read_by_one_thread_at_a_time_however_fast_the_log_grows() throws Exception {
    projections.close();
    projections =
        new Projections(
            database.dataSource(),
            log,
            List.of(tally, new Nothing("one"), new Nothing("two")),
            ProjectionSettings.defaults(),
            InstantSource.system());
    projections.start();
    for (int i = 10; i < 2_000; i++) {
      script.submitted("case-" + i, Marking.CLEAR);
    }
    for (int size = 1; size <= script.events().size(); size++) {
      log.growTo(script.events().subList(0, size));
    }

    long last = script.events().size() - 1L;
    assertThat(projections.awaitPosition("tally", last, SOON)).isTrue();
    assertThat(log.readByTwoAtOnce()).isFalse();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(last));
  }

  /** A projection that takes every event and keeps none. */
  private record Nothing(String name) implements Projection {
    @Override
    public void apply(List<Recorded<? extends LedgerEvent>> batch) {}

    @Override
    public void reset() {}
  }

  private static List<@Nullable Long> positionsUpTo(long last) {
    return LongStream.rangeClosed(0, last).<@Nullable Long>mapToObj(Long::valueOf).toList();
  }
}
