package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadLettersTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final long POISON = 5;

  private final TestDatabase database = TestDatabase.fresh();
  private final FakeLog log = new FakeLog();
  private final LedgerScript script = LedgerScript.withAccord(false);
  private final AtomicReference<@Nullable Supplier<RuntimeException>> fault =
      new AtomicReference<>();
  private final Projections projections = node();

  @BeforeEach
  void tenEvents() {
    for (int i = 1; i < 10; i++) {
      script.submitted("case-" + i, Marking.CLEAR);
    }
    log.growTo(script.events());
  }

  @AfterEach
  void close() {
    projections.close();
    database.close();
  }

  private Projections node() {
    return new Projections(
        database.dataSource(),
        log,
        List.of(new Picky()),
        ProjectionSettings.defaults().withBatchSize(3),
        InstantSource.system());
  }

  private DeadLetter kept(Projections node) {
    await().atMost(SOON).until(() -> node.status("picky").deadLetter() != null);
    return Objects.requireNonNull(node.status("picky").deadLetter());
  }

  private long rows(String where) {
    return JdbcClient.create(database.dataSource())
        .sql("select count(*) from dead_letter where " + where)
        .query(Long.class)
        .single();
  }

  @Test
  void an_event_that_cannot_be_applied_is_kept_until_it_is_and_nothing_passes_it()
      throws Exception {
    fault.set(() -> new IllegalStateException("not understood"));
    projections.start();

    Recorded<? extends LedgerEvent> poison = script.events().get((int) POISON);
    DeadLetter letter = kept(projections);
    assertThat(letter.position()).isEqualTo(POISON);
    assertThat(letter.streamId()).isEqualTo(poison.streamId());
    assertThat(letter.streamVersion()).isEqualTo(poison.streamVersion());
    assertThat(letter.type()).isEqualTo(poison.event().getClass().getSimpleName());
    assertThat(letter.why()).isEqualTo("not understood");
    assertThat(projections.status("picky").position()).isLessThan(POISON);
    await().atMost(SOON).until(() -> kept(projections).attempts() >= 2);
    assertThat(kept(projections).since()).isEqualTo(letter.since());
    assertThat(projections.status("picky").toString())
        .contains("dead letter at 5", "not understood");

    fault.set(null);
    assertThat(projections.awaitPosition("picky", 9, SOON)).isTrue();
    assertThat(projections.status("picky").deadLetter()).isNull();
    assertThat(rows("position = 5 and attempts >= 2 and resolved_at >= last_at")).isEqualTo(1);
  }

  @Test
  void every_node_of_the_database_says_it() {
    fault.set(() -> new IllegalStateException("not understood"));
    projections.start();
    kept(projections);

    try (Projections other = node()) {
      other.start();
      assertThat(kept(other).position()).isEqualTo(POISON);
    }
  }

  private static Stream<Supplier<RuntimeException>> outages() {
    return Stream.of(
        () -> new DataAccessResourceFailureException("gone"),
        () -> new CannotAcquireLockException("gone"),
        () -> ofSql("57P01"),
        () -> ofSql(null));
  }

  private static RuntimeException ofSql(@Nullable String state) {
    return new UncategorizedSQLException("apply", "insert", new SQLException("gone", state));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void an_outage_of_the_database_is_no_dead_letter(Supplier<RuntimeException> outage)
      throws Exception {
    fault.set(outage);
    projections.start();
    await().atMost(SOON).until(() -> projections.failures("picky") >= 1);

    assertThat(projections.status("picky").failure()).contains("gone");
    assertThat(rows("true")).isZero();
    fault.set(null);
    assertThat(projections.awaitPosition("picky", 9, SOON)).isTrue();
  }

  @Test
  void what_the_database_refuses_of_an_event_is_a_dead_letter() {
    fault.set(() -> ofSql("23505"));
    projections.start();
    assertThat(kept(projections).why()).contains("gone");
  }

  @Test
  void a_rebuild_tries_everything_anew() throws Exception {
    fault.set(() -> new IllegalStateException("not understood"));
    projections.start();
    kept(projections);

    fault.set(null);
    projections.rebuild("picky");
    assertThat(projections.awaitPosition("picky", 9, SOON)).isTrue();
    assertThat(rows("resolved_at is null")).isZero();
  }

  /** Fails at one event, for as long as the test wants. */
  private final class Picky implements Projection {
    @Override
    public String name() {
      return "picky";
    }

    @Override
    public void apply(List<Recorded<? extends LedgerEvent>> batch) {
      PoisonEvent.guarding(
          batch,
          recorded -> {
            Supplier<RuntimeException> failure = fault.get();
            if (failure != null && recorded.position() == POISON) {
              throw failure.get();
            }
          });
    }

    @Override
    public void reset() {
      // it keeps nothing
    }
  }
}
