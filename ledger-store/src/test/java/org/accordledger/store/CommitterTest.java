package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitterTest {
  private static final byte[] ASKED = {1};
  private static final byte[] ASKED_OTHERWISE = {2};

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource database = postgres.source();
  private final TestNode node = TestNode.on(database);
  private final EventMessages messages = new EventMessages(TestNode.ORIGIN, new NoteCodec());

  @AfterEach
  void theStoreIsClosed() {
    node.close();
  }

  @Test
  void aStaleAppendIsRefusedWithoutHurtingItsBatch() {
    node.append("note-1", 0, "a");
    List<CompletableFuture<Appended>> answers =
        HeadLock.behind(
            database,
            () -> assertThat(send("plug", 0, null, "plug")).isNotDone(),
            () ->
                List.of(
                    send("note-2", 0, null, "b"),
                    send("note-1", 0, null, "exists"),
                    send("note-1", 2, null, "gap"),
                    send("note-1", 1, null, "c"),
                    send("note-1", 1, null, "lost the race"),
                    send("note-1", 2, null, "d"),
                    send("note-2", 1, null, "e")));
    assertThat(answer(answers.get(0)).firstPosition()).isEqualTo(2);
    refused(answers.get(1), AggregateStreamCreationException.class);
    refused(answers.get(2), StaleAppend.class);
    assertThat(answer(answers.get(3)).streamVersion()).isEqualTo(1);
    refused(answers.get(4), StaleAppend.class);
    assertThat(answer(answers.get(5)).streamVersion()).isEqualTo(2);
    assertThat(answer(answers.get(6)).lastPosition()).isEqualTo(5);
    assertThat(WholeLog.check(database)).containsExactly("a", "plug", "b", "c", "d", "e");
    assertThat(transactionsFrom(2)).as("one transaction for all of them").isEqualTo(1);
  }

  @Test
  void aRepeatUnderTheSameKeyGetsTheFirstAnswerAndStoresNothing() {
    Appended first = answer(send("note-1", 0, key("k", ASKED), "a", "b"));
    assertThat(first)
        .extracting(
            Appended::streamId,
            Appended::streamVersion,
            Appended::firstPosition,
            Appended::lastPosition)
        .containsExactly("note-1", 1L, 0L, 1L);

    RepeatedCommand repeated =
        refused(send("note-9", 0, key("k", ASKED), "again"), RepeatedCommand.class);
    assertThat(repeated.first()).isEqualTo(first);
    assertThat(node.store().answered(key("k", ASKED))).contains(first);
    assertThat(node.store().answered(key("other", ASKED))).isEmpty();
    assertThat(WholeLog.check(database)).containsExactly("a", "b");
  }

  @Test
  void aKeyStandsForOneRequest() {
    answer(send("note-1", 0, key("k", ASKED), "a"));
    refused(send("note-1", 1, key("k", ASKED_OTHERWISE), "b"), KeyReusedForOtherRequest.class);
    assertThatThrownBy(() -> node.store().answered(key("k", ASKED_OTHERWISE)))
        .isInstanceOf(KeyReusedForOtherRequest.class);
    answer(send("note-1", 1, new IdempotencyKey("other scope", "k", ASKED_OTHERWISE), "c"));
    assertThat(WholeLog.check(database)).containsExactly("a", "c");
  }

  @Test
  void aRepeatInTheSameBatchGetsTheFirstAnswerToo() {
    List<CompletableFuture<Appended>> answers =
        HeadLock.behind(
            database,
            () -> assertThat(send("plug", 0, null, "plug")).isNotDone(),
            () ->
                List.of(
                    send("note-1", 0, key("k", ASKED), "a"),
                    send("note-1", 0, key("k", ASKED), "a"),
                    send("note-1", 1, key("k", ASKED_OTHERWISE), "b")));
    Appended first = answer(answers.get(0));
    assertThat(refused(answers.get(1), RepeatedCommand.class).first()).isEqualTo(first);
    refused(answers.get(2), KeyReusedForOtherRequest.class);
    assertThat(WholeLog.check(database)).containsExactly("plug", "a");
  }

  @Test
  void aRefusedAppendLeavesItsKeyFree() {
    refused(send("note-1", 3, key("k", ASKED), "gap"), StaleAppend.class);
    answer(send("note-1", 0, key("k", ASKED), "a"));
  }

  @Test
  void contentIsStoredWithTheEventsThatNameItAndOnlyWithThem() {
    Content german =
        Content.of("text/plain", "de", "Grüße".getBytes(StandardCharsets.UTF_8), "clear");
    Content file = Content.of("application/pdf", null, new byte[] {0, 1, -1}, "amber");
    Content lost = Content.of("text/plain", "en", new byte[] {65}, "clear");
    answer(sendWith(List.of(german, file), "note-1", 0));
    answer(sendWith(List.of(german), "note-1", 1));
    refused(sendWith(List.of(lost), "note-1", 7), StaleAppend.class);

    assertThat(node.store().contents().find(german.ref()))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(german);
    assertThat(node.store().contents().find(file.ref()))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(file);
    assertThat(node.store().contents().find(lost.ref())).isEmpty();
  }

  @Test
  void equalContentsHaveDifferentRefs() {
    byte[] same = {1, 2, 3};
    assertThat(Content.of("text/plain", null, same, "clear").ref())
        .hasSize(43)
        .isNotEqualTo(Content.of("text/plain", null, same, "clear").ref());
  }

  @Test
  void listenersHearOfTheStreamsBeforeTheCommandIsAnswered() {
    Set<String> heard = new HashSet<>();
    node.store()
        .listen(
            new AppendListener() {
              @Override
              public void appended(Set<String> streamIds) {
                throw new IllegalStateException("a listener that fails harms nobody");
              }

              @Override
              public void appendedElsewhere() {}
            });
    node.store().listen(new Heard(heard));
    answer(send("note-1", 0, null, "a"));
    assertThat(heard).containsExactly("note-1");
  }

  @Test
  void manyWritersAtOnceAreAllStoredOnceAndInTheirOrder() throws InterruptedException {
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < 24; w++) {
      String stream = "note-" + w;
      writers.add(
          Thread.startVirtualThread(
              () -> {
                for (int i = 0; i < 40; i++) {
                  node.append(stream, i, stream + "/" + i);
                  acknowledged.add(stream + "/" + i);
                }
              }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(acknowledged).hasSize(24 * 40);
    assertThat(WholeLog.check(database)).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(transactionsFrom(0)).as("commands share commits").isLessThan(24 * 40);
  }

  @Test
  void aFullQueueRefusesAtOnceAndWhatWasTakenIsStored() {
    LedgerStoreConfig narrow =
        new LedgerStoreConfig(
            TestNode.ORIGIN,
            1,
            Duration.ZERO,
            2,
            10,
            2,
            TestNode.PATIENCE,
            TestNode.PATIENCE,
            TestNode.PATIENCE);
    try (TestNode small = TestNode.on(database, narrow, InstantSource.system())) {
      AtomicLong atOnce = new AtomicLong();
      List<CompletableFuture<Appended>> answers =
          HeadLock.during(
              database,
              () -> {
                List<CompletableFuture<Appended>> sent =
                    IntStream.range(0, 10)
                        .mapToObj(
                            i -> small.store().append(encoded("note-" + i, 0, "n" + i), none()))
                        .toList();
                atOnce.set(sent.stream().filter(Future::isDone).count());
                return sent;
              });
      List<CompletableFuture<Appended>> refused =
          answers.stream()
              .filter(answer -> answer.handle((done, why) -> why != null).join())
              .toList();
      // two queue, and a third if the committer has taken the first of them in time
      assertThat(refused).hasSizeBetween(7, 8).hasSize(Math.toIntExact(atOnce.get()));
      refused.forEach(answer -> refused(answer, StoreUnavailable.class));
      assertThat(WholeLog.check(database)).hasSize(answers.size() - refused.size());
    }
  }

  @Test
  void closingStoresWhatWasTakenAndRefusesTheRest() {
    CompletableFuture<Appended> taken =
        HeadLock.during(
            database,
            () -> {
              CompletableFuture<Appended> waiting = send("note-1", 0, null, "a");
              Thread.startVirtualThread(node::close);
              await().until(() -> send("note-2", 0, null, "b").isCompletedExceptionally());
              return waiting;
            });
    answer(taken);
    assertThat(WholeLog.check(database)).startsWith("a");
  }

  private CompletableFuture<Appended> send(
      String streamId, long version, @Nullable IdempotencyKey key, String... texts) {
    return node.store()
        .append(encoded(streamId, version, texts), new AppendContext(key, List.of()));
  }

  private CompletableFuture<Appended> sendWith(
      List<Content> contents, String streamId, long version) {
    return node.store()
        .append(encoded(streamId, version, "names content"), new AppendContext(null, contents));
  }

  private List<NewEvent> encoded(String streamId, long version, String... texts) {
    return TestNode.notes(streamId, version, texts).stream().map(messages::toStore).toList();
  }

  private static AppendContext none() {
    return new AppendContext(null, List.of());
  }

  private static IdempotencyKey key(String key, byte[] hash) {
    return new IdempotencyKey("client", key, hash);
  }

  private static Appended answer(CompletableFuture<Appended> answer) {
    return answer.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static <E extends RuntimeException> E refused(
      CompletableFuture<Appended> answer, Class<E> type) {
    try {
      throw new AssertionError("stored at " + answer(answer));
    } catch (CompletionException e) {
      assertThat(e.getCause()).isInstanceOf(type);
      return Objects.requireNonNull(type.cast(e.getCause()));
    }
  }

  private long transactionsFrom(long position) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(distinct xmin::text) from ledger.event where position >= "
                    + position)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
