package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class WakeUpTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource database = postgres.source();
  private final TestNode node = TestNode.on(database);

  @AfterEach
  void theStoreIsClosed() {
    node.close();
  }

  @Test
  void aReaderThatWaitsHasTheEventAsSoonAsItIsDurable() {
    try (TrackingEventStream stream = node.events().openStream(null)) {
      CompletableFuture<Object> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return stream.nextAvailable().getPayload();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      node.append("note-1", 0, "a");
      assertThat(waiting).succeedsWithin(TestNode.PATIENCE).isEqualTo(new Noted("a"));
    }
  }

  @Test
  void aStreamGivesEveryEventOnceFromItsTokenOn() throws InterruptedException {
    for (int i = 0; i < 25; i++) {
      node.append("note-" + i, 0, "n" + i);
    }
    try (TrackingEventStream stream =
        node.events().openStream(new GlobalSequenceTrackingToken(4))) {
      List<Object> seen = new ArrayList<>();
      while (stream.hasNextAvailable()) {
        assertThat(stream.peek()).isPresent();
        var event = stream.nextAvailable();
        assertThat(event.trackingToken())
            .isEqualTo(new GlobalSequenceTrackingToken(5 + seen.size()));
        seen.add(event.getPayload());
      }
      assertThat(stream.peek()).isEmpty();
      assertThat(seen).hasSize(20).startsWith(new Noted("n5")).endsWith(new Noted("n24"));
    }
  }

  @Test
  @Timeout(60)
  void whoWaitsForAnEventIsToldThatTheLedgerIsClosed() throws InterruptedException {
    node.append("note-1", 0, "a");
    try (TrackingEventStream stream = node.events().openStream(null)) {
      assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("a"));
      Thread reader = Thread.currentThread();
      Thread closing =
          Thread.startVirtualThread(
              () -> {
                await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
                node.close();
              });
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(stream::nextAvailable)
          .withMessage("The ledger is closed: no more events come from here.");
      closing.join();
      assertThatExceptionOfType(StoreUnavailable.class)
          .as("a reader that looks again and again is told too")
          .isThrownBy(() -> stream.hasNextAvailable(1, TimeUnit.DAYS));
    }
  }

  @Test
  void aWaitThatBringsNothingEnds() throws InterruptedException {
    try (TrackingEventStream stream = node.events().openStream(null)) {
      assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void aClosedStreamIsNotCalledAnyMoreAndOneThatFailsDoesNotKeepTheOthersAsleep() {
    AtomicInteger closedCalls = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    TrackingEventStream closed = node.events().openStream(null);
    closed.setOnAvailableCallback(closedCalls::incrementAndGet);
    closed.close();
    try (TrackingEventStream fails = node.events().openStream(null);
        TrackingEventStream stream = node.events().openStream(null)) {
      fails.setOnAvailableCallback(
          () -> {
            throw new IllegalStateException("this reader fails on purpose");
          });
      stream.setOnAvailableCallback(calls::incrementAndGet);
      node.append("note-1", 0, "a");
      await().until(() -> calls.get() > 0);
      assertThat(closedCalls).hasValue(0);
    }
  }

  @Test
  void anEventNobodyUnderstandsStopsTheReaderAfterAllThatCameBefore() throws InterruptedException {
    node.append("note-1", 0, "a");
    LedgerEventStorageEngine newer =
        new LedgerEventStorageEngine(
            node.store(), new RenamingCodec("note.noted.v2"), new NoteCodec());
    newer.appendEvents(TestNode.notes("note-2", 0, "from the future"));
    node.append("note-1", 1, "b");
    try (TrackingEventStream stream = node.events().openStream(null)) {
      assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Noted("a"));
      for (int again = 0; again < 3; again++) {
        assertThatExceptionOfType(IllegalStateException.class)
            .isThrownBy(stream::hasNextAvailable)
            .withMessage("nobody here knows note.noted.v2");
      }
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(stream::nextAvailable);
    }
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> node.engine().readEvents("note-2"));
  }

  @Test
  void axonsPooledProcessorGetsEveryEventInOrderAndIsWokenByNewOnes() {
    ConcurrentLinkedQueue<Object> handled = new ConcurrentLinkedQueue<>();
    try (ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
        ScheduledExecutorService worker = Executors.newScheduledThreadPool(1)) {
      PooledStreamingEventProcessor processor = processor(handled, coordinator, worker);
      node.append("note-1", 0, "a", "b");
      processor.start();
      await().until(() -> handled.size() == 2);
      node.append("note-1", 2, "c");
      await().until(() -> handled.size() == 3);
      assertThat(handled).containsExactly(new Noted("a"), new Noted("b"), new Noted("c"));
      processor.shutDown();
    }
  }

  private PooledStreamingEventProcessor processor(
      ConcurrentLinkedQueue<Object> handled,
      ScheduledExecutorService coordinator,
      ScheduledExecutorService worker) {
    return PooledStreamingEventProcessor.builder()
        .name("notes")
        .eventHandlerInvoker(
            SimpleEventHandlerInvoker.builder()
                .eventHandlers(
                    (EventMessageHandler)
                        (EventMessage<?> message) -> handled.add(message.getPayload()))
                .build())
        .messageSource(node.events())
        .tokenStore(new InMemoryTokenStore())
        .transactionManager(NoTransactionManager.instance())
        .coordinatorExecutor(coordinator)
        .workerExecutor(worker)
        .initialSegmentCount(1)
        .batchSize(100)
        .build();
  }

  /** The code of tomorrow, which writes a revision that nobody knows today. */
  private record RenamingCodec(String type) implements PayloadCodec {
    @Override
    public Encoded encode(Object event) {
      return new Encoded(type, new NoteCodec().encode(event).payload());
    }

    @Override
    public Object decode(String storedType, byte[] payload) {
      return new NoteCodec().decode(storedType, payload);
    }
  }
}
