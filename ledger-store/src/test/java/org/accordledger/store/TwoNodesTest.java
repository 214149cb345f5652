package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwoNodesTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource database = postgres.source();
  private final TestNode one = TestNode.on(database);
  private final TestNode two = TestNode.on(database);

  @AfterEach
  void theStoreIsClosed() {
    one.close();
    two.close();
  }

  @Test
  void twoEnginesAppendAtOnceWithoutGapDuplicateOrLoss() throws InterruptedException {
    long seed = System.nanoTime();
    System.out.println("TwoNodesTest seed " + seed);
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    AtomicInteger conflicts = new AtomicInteger();
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < 12; w++) {
      String writer = "w" + w;
      TestNode node = w % 2 == 0 ? one : two;
      Random random = new Random(seed + w);
      writers.add(
          Thread.startVirtualThread(
              () -> {
                for (int i = 0; i < 50; i++) {
                  String text = writer + "/" + i;
                  String stream = "note-" + random.nextInt(5);
                  appendUntilItStands(node, stream, text, conflicts);
                  acknowledged.add(text);
                }
              }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(acknowledged).hasSize(12 * 50);
    assertThat(WholeLog.check(database)).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(conflicts).as("the writers did compete, seed %d", seed).hasPositiveValue();
  }

  private static void appendUntilItStands(
      TestNode node, String stream, String text, AtomicInteger conflicts) {
    while (true) {
      try {
        long last = node.engine().lastSequenceNumberFor(stream).orElse(-1L);
        node.append(stream, last + 1, text);
        return;
      } catch (StaleAppend | AggregateStreamCreationException e) {
        conflicts.incrementAndGet();
      }
    }
  }

  @Test
  void recordedTimeNeverGoesBackBetweenNodesWithDifferentClocks() {
    InstantSource late = () -> Instant.parse("2001-01-01T00:00:00Z");
    try (TestNode three = TestNode.on(database, TestNode.config(), late)) {
      one.append("note-1", 0, "a");
      three.append("note-1", 1, "b");
      two.append("note-1", 2, "c");
    }
    assertThat(WholeLog.check(database)).containsExactly("a", "b", "c");
  }

  @Test
  void whatANodeRemembersOfAStreamIsForgottenWhenAnotherAppends() {
    one.append("note-1", 0, "a");
    two.append("note-1", 1, "b");
    assertThatExceptionOfType(StaleAppend.class).isThrownBy(() -> one.append("note-1", 1, "c"));
    one.append("note-1", 2, "c");
    assertThat(WholeLog.check(database)).containsExactly("a", "b", "c");
  }

  @Test
  void aKeyUsedOnOneNodeIsKnownOnTheOther() {
    IdempotencyKey key = new IdempotencyKey("client", "k", new byte[] {1});
    EventMessages messages = new EventMessages(TestNode.ORIGIN, new NoteCodec());
    List<NewEvent> events =
        TestNode.notes("note-1", 0, "a").stream().map(messages::toStore).toList();
    Appended first = one.store().append(events, new AppendContext(key, List.of())).join();
    assertThat(two.store().append(events, new AppendContext(key, List.of())))
        .failsWithin(TestNode.PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOfSatisfying(
            RepeatedCommand.class, repeated -> assertThat(repeated.first()).isEqualTo(first));
  }

  @Test
  void aReaderOnOneNodeIsWokenByAnAppendOnTheOther() throws InterruptedException {
    try (TrackingEventStream stream = two.events().openStream(null)) {
      AtomicInteger calls = new AtomicInteger();
      assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
      assertThat(stream.hasNextAvailable()).isFalse();
      one.append("note-1", 0, "a");
      assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
      assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("a"));
      await().until(() -> calls.get() > 0);
    }
  }

  @Test
  void aNodeHearsThatAnotherAppendedAndNotThatItDidItself() {
    ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    two.store().listen(new Heard(heard));
    two.append("note-1", 0, "a");
    two.append("note-2", 0, "b");
    one.append("note-3", 0, "c");
    await().until(() -> heard.contains("elsewhere"));
    assertThat(heard).startsWith("note-1", "note-2").doesNotContain("note-3");
  }

  @Test
  void everyConnectionTheDatabaseDropsIsMadeAgainAndNothingIsMissedMeanwhile() throws Exception {
    one.append("note-1", 0, "a");
    two.append("note-2", 0, "b");
    ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    two.store().listen(new Heard(heard));
    try (TrackingEventStream stream = two.events().openStream(new GlobalSequenceTrackingToken(1))) {
      assertThat(stream.hasNextAvailable()).isFalse();
      dropAllConnections();
      one.append("note-1", 1, "c");
      assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
      assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("c"));
    }
    await().until(() -> heard.contains("elsewhere"));
    two.append("note-2", 1, "d");
    assertThat(WholeLog.check(database)).containsExactly("a", "b", "c", "d");
  }

  private void dropAllConnections() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          """);
    }
  }
}
