package org.accordledger.projections;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log in memory that behaves as the store does: dense positions, immediate wake-up. */
public final class FakeLog implements StreamableMessageSource<TrackedEventMessage<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(FakeLog.class);

  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<Recorded<? extends LedgerEvent>> events = List.of();
  private volatile boolean readByTwoAtOnce;

  /** Replaces the log by a longer one that begins with it, and wakes the readers. */
  public void growTo(List<? extends Recorded<? extends LedgerEvent>> longer) {
    events = List.copyOf(longer);
    listeners.forEach(FakeLog::tell);
  }

  /** As the store does: a reader that was stopped and not closed holds up nobody. */
  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RejectedExecutionException e) {
      LOG.debug("A reader that was stopped is told of nothing", e);
    }
  }

  /** Grows to a log by steps of random size, the same for logs of the same length. */
  public void growBySteps(List<? extends Recorded<? extends LedgerEvent>> log, int longestStep) {
    SplittableRandom random = new SplittableRandom(log.size());
    for (int size = 0; size < log.size(); size += random.nextInt(1, longestStep)) {
      growTo(log.subList(0, size));
    }
    growTo(log);
  }

  /** Whether two threads were ever inside one reader, which none is made for. */
  boolean readByTwoAtOnce() {
    return readByTwoAtOnce;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new Reader(token == null ? 0 : (int) token.position().orElseThrow() + 1);
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return null;
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return events.isEmpty() ? null : new GlobalSequenceTrackingToken(events.size() - 1L);
  }

  private static TrackedEventMessage<?> message(Recorded<? extends LedgerEvent> recorded) {
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(recorded.position()),
        new GenericDomainEventMessage<>(
            recorded.streamId().substring(0, recorded.streamId().indexOf('-')),
            recorded.streamId(),
            recorded.streamVersion(),
            recorded.event(),
            MetaData.emptyInstance(),
            Long.toString(recorded.position()),
            recorded.recordedAt()));
  }

  private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
    private final AtomicBoolean busy = new AtomicBoolean();
    private int next;
    private @Nullable Runnable listener;

    Reader(int next) {
      this.next = next;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return alone(
          () -> next < events.size() ? Optional.of(message(events.get(next))) : Optional.empty());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return alone(() -> next < events.size());
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return alone(() -> message(events.get(next++)));
    }

    private <T> T alone(Supplier<T> reading) {
      if (!busy.compareAndSet(false, true)) {
        readByTwoAtOnce = true;
      }
      try {
        // stays long enough for another thread, if there is one, to come in
        for (int i = 0; i < 1_000; i++) {
          Thread.onSpinWait();
        }
        return reading.get();
      } finally {
        busy.set(false);
      }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      listener = callback;
      listeners.add(callback);
      return true;
    }

    @Override
    public void close() {
      if (listener != null) {
        listeners.remove(listener);
      }
    }
  }
}
