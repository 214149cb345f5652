package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Appends under keys through three nodes, of which one is cut off in the middle and comes back. */
class ThreeNodesTest {
  private static final String LOST = "node-that-is-lost";

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final EventMessages messages = new EventMessages(TestNode.ORIGIN, new NoteCodec());
  private final FaultyDatabase way = new FaultyDatabase(named(postgres.source()));
  private final List<TestNode> nodes =
      Stream.of(way, postgres.source(), postgres.source())
          .map(database -> TestNode.on(database, impatient(), InstantSource.system()))
          .toList();
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

  /** Whoever asks the lost node is told so soon, and asks another. */
  private static LedgerStoreConfig impatient() {
    return new LedgerStoreConfig(
        TestNode.ORIGIN,
        500,
        Duration.ofMillis(1),
        10_000,
        7,
        4,
        Duration.ofSeconds(1),
        TestNode.PATIENCE,
        Duration.ofSeconds(1));
  }

  private static PGSimpleDataSource named(PGSimpleDataSource database) {
    PGSimpleDataSource same = TestPostgres.sameDatabase(database);
    same.setApplicationName(LOST);
    return same;
  }

  @AfterEach
  void theNodesAreClosed() {
    way.cut(false);
    nodes.forEach(TestNode::close);
  }

  @Test
  void whatIsSentToEveryNodeUnderOneKeyIsStoredOnceThoughANodeIsLostAndComesBack()
      throws Exception {
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < 9; w++) {
      int writer = w;
      writers.add(
          Thread.ofVirtual()
              .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
              .start(
                  () -> {
                    for (int i = 0; i < 60; i++) {
                      appendUntilItStands(writer, "w%d/%d".formatted(writer, i));
                    }
                  }));
    }
    await().until(() -> done.size() >= 100);
    way.cut(true);
    dropConnectionsOfTheLost();
    await().until(() -> done.size() >= 300);
    way.cut(false);
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(failures).isEmpty();
    await().until(() -> nodes.getFirst().store().available());
    nodes.getFirst().append("note-last", 0, "last");
    List<String> expected = new ArrayList<>(done);
    expected.add("last");
    assertThat(expected).hasSize(9 * 60 + 1);
    assertThat(WholeLog.check(postgres.source())).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Each try goes to the next node; a key that is known there is done. */
  private void appendUntilItStands(int writer, String text) {
    String stream = "note-" + writer % 4;
    IdempotencyKey key = new IdempotencyKey("writers", text, text.getBytes(StandardCharsets.UTF_8));
    for (int attempt = writer; !done.contains(text); attempt++) {
      TestNode node = nodes.get(attempt % nodes.size());
      try {
        long next = node.engine().lastSequenceNumberFor(stream).orElse(-1L) + 1;
        List<NewEvent> events =
            TestNode.notes(stream, next, text).stream().map(messages::toStore).toList();
        node.store().append(events, new AppendContext(key, List.of())).join();
        done.add(text);
      } catch (CompletionException e) {
        if (e.getCause() instanceof RepeatedCommand) {
          done.add(text);
        } else {
          requireWorthAnotherTry(e.getCause());
        }
      } catch (StoreUnavailable away) {
        // it could not even be asked where the stream stands
      }
    }
  }

  private static void requireWorthAnotherTry(@Nullable Throwable failure) {
    assertThat(failure)
        .isInstanceOfAny(
            StaleAppend.class,
            AggregateStreamCreationException.class,
            StoreUnavailable.class,
            OutcomeUnknown.class);
  }

  private void dropConnectionsOfTheLost() throws SQLException {
    try (Connection connection = postgres.source().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and application_name = ?")) {
      statement.setString(1, LOST);
      statement.execute();
    }
  }
}
