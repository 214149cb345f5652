package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.accordledger.store.FaultyDatabase.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource real = postgres.source();
  private final FaultyDatabase database = new FaultyDatabase(real);
  private final TestNode node = TestNode.on(database);

  @AfterEach
  void theStoreIsClosed() {
    database.cut(false);
    node.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_STATEMENT", "BEFORE_COMMIT", "AFTER_COMMIT"})
  void aConnectionLostAtAnyPointCostsNoCommandAndStoresNoneTwice(Fault fault) {
    node.append("note-1", 0, "a");
    database.breakNext(fault);
    node.append("note-1", 1, "b");
    node.append("note-1", 2, "c");
    assertThat(WholeLog.check(real)).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT_AND_STAY_AWAY", "AFTER_COMMIT_AND_STAY_AWAY"})
  void whoWaitsOverABrokenCommitIsAnsweredFromTheDatabaseWhenItIsBack(Fault fault) {
    node.append("note-1", 0, "a");
    database.breakNext(fault);
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> node.append("note-1", 1, "b"));
    await().until(() -> !node.store().available());
    assertThatExceptionOfType(StoreUnavailable.class)
        .as("others fail fast meanwhile")
        .isThrownBy(() -> node.append("note-2", 0, "x"))
        .withMessage("The ledger's database cannot be reached: try again when it is back.");
    assertThat(waiting).isNotDone();

    database.cut(false);
    assertThat(waiting).succeedsWithin(TestNode.PATIENCE);
    await().until(() -> node.store().available());
    node.append("note-1", 2, "c");
    assertThat(WholeLog.check(real)).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT_AND_STAY_AWAY", "AFTER_COMMIT_AND_STAY_AWAY"})
  void whenTheDatabaseStaysAwayTheAnswerIsThatNobodyKnows(Fault fault) {
    LedgerStoreConfig impatient = impatient();
    IdempotencyKey key = new IdempotencyKey("client", "k", new byte[] {1});
    EventMessages messages = new EventMessages(TestNode.ORIGIN, new NoteCodec());
    List<NewEvent> events =
        TestNode.notes("note-1", 0, "a").stream().map(messages::toStore).toList();
    try (TestNode hasty = TestNode.on(database, impatient, InstantSource.system())) {
      database.breakNext(fault);
      assertThat(hasty.store().append(events, new AppendContext(key, List.of())))
          .failsWithin(TestNode.PATIENCE)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(OutcomeUnknown.class);
      database.cut(false);
      await().until(() -> hasty.store().available());

      boolean stored = fault == Fault.AFTER_COMMIT_AND_STAY_AWAY;
      assertThat(hasty.store().answered(key).isPresent()).isEqualTo(stored);
      CompletableFuture<Appended> repeat =
          hasty.store().append(events, new AppendContext(key, List.of()));
      await().until(repeat::isDone);
      assertThat(repeat.isCompletedExceptionally()).isEqualTo(stored);
      assertThat(WholeLog.check(real)).containsExactly("a");
    }
  }

  @Test
  void anOutageIsAnsweredAtOnceAndEndsByItself() {
    node.append("note-1", 0, "a");
    database.cut(true);
    database.breakNext(Fault.BEFORE_STATEMENT);
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> node.append("note-2", 0, "lost"));
    assertThat(node.store().available()).isFalse();
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> node.append("note-3", 0, "lost"));
    database.cut(false);
    await().until(() -> node.store().available());
    node.append("note-1", 1, "b");
    assertThat(WholeLog.check(real)).containsExactly("a", "b");
  }

  @Test
  void whatIsFoundStoredAfterABreakIsTheCommittersOwn() {
    ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    node.store().listen(new Heard(heard));
    database.breakNext(Fault.AFTER_COMMIT);
    node.append("note-1", 0, "a");
    assertThat(heard).containsExactly("note-1");
  }

  @Test
  void anAppendTheDatabaseDoesNotTakeIsRefusedAloneOutOfItsBatch() {
    List<CompletableFuture<Appended>> answers = withOneTheDatabaseDoesNotTake(node.store());
    assertThat(answers.get(0)).succeedsWithin(TestNode.PATIENCE);
    assertThat(answers.get(1)).failsWithin(TestNode.PATIENCE);
    assertThat(answers.get(2)).succeedsWithin(TestNode.PATIENCE);
    assertThat(WholeLog.check(real)).containsExactly("plug", "a", "c");
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT_AND_STAY_AWAY", "AFTER_COMMIT_AND_STAY_AWAY"})
  void whatNobodyKnowsIsNotCalledUnstoredBecauseALaterAppendOfTheBatchFails(Fault fault) {
    try (TestNode hasty = TestNode.on(database, impatient(), InstantSource.system())) {
      // the batch follows the plug, and is taken apart because of the one that is not taken
      hasty.store().listen(when("plug", () -> database.breakNext(fault)));
      List<CompletableFuture<Appended>> answers = withOneTheDatabaseDoesNotTake(hasty.store());
      assertThat(refusal(answers.get(0))).isInstanceOf(OutcomeUnknown.class);
      assertThat(refusal(answers.get(1))).isExactlyInstanceOf(StoreUnavailable.class);
      assertThat(refusal(answers.get(2))).isExactlyInstanceOf(StoreUnavailable.class);

      database.cut(false);
      await().until(() -> hasty.store().available());
      boolean stored = fault == Fault.AFTER_COMMIT_AND_STAY_AWAY;
      assertThat(WholeLog.check(real)).isEqualTo(stored ? List.of("plug", "a") : List.of("plug"));
    }
  }

  /** Three appends in one batch; of the one in the middle the database cannot store the type. */
  private List<CompletableFuture<Appended>> withOneTheDatabaseDoesNotTake(LedgerStore store) {
    EventMessages messages = new EventMessages(TestNode.ORIGIN, new NoteCodec());
    NewEvent good = messages.toStore(TestNode.notes("note-1", 0, "a").getFirst());
    NewEvent plug = messages.toStore(TestNode.notes("plug", 0, "plug").getFirst());
    NewEvent last = messages.toStore(TestNode.notes("note-3", 0, "c").getFirst());
    AppendContext none = new AppendContext(null, List.of());
    NewEvent bad =
        new NewEvent(
            good.id(),
            "note-2",
            0,
            "zero\0",
            good.payload(),
            good.salt(),
            good.commitment(),
            good.metadata(),
            null);
    return HeadLock.behind(
        real,
        () -> assertThat(store.append(List.of(plug), none)).isNotDone(),
        () ->
            List.of(
                store.append(List.of(good), none),
                store.append(List.of(bad), none),
                store.append(List.of(last), none)));
  }

  private static AppendListener when(String streamId, Runnable action) {
    return new AppendListener() {
      @Override
      public void appended(Set<String> streamIds) {
        if (streamIds.contains(streamId)) {
          action.run();
        }
      }

      @Override
      public void appendedElsewhere() {}
    };
  }

  private static Throwable refusal(CompletableFuture<Appended> answer) {
    await().until(answer::isDone);
    return answer.exceptionNow();
  }

  private static LedgerStoreConfig impatient() {
    return new LedgerStoreConfig(
        TestNode.ORIGIN,
        10,
        Duration.ZERO,
        10,
        10,
        2,
        TestNode.PATIENCE,
        TestNode.PATIENCE,
        Duration.ZERO);
  }
}
