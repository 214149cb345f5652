package org.accordledger.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, for one reader and one thread at a time. Events are fetched in
 * batches and decoded one by one, so that everything before an event nobody understands can still
 * be had; at that event every method throws, and goes on throwing. So it does at the end of a log
 * that is closed: nothing more comes, and who waits for it must not be told to wait again.
 */
final class LedgerEventStream implements TrackingEventStream {
  private final EventReader reader;
  private final News news;
  private final EventMessages messages;
  private final int batch;
  private final RecentMessages recent;
  private final Deque<TrackedEventMessage<?>> known = new ArrayDeque<>();
  private final Deque<StoredEvent> fetched = new ArrayDeque<>();
  private @Nullable TrackedEventMessage<?> next;
  private @Nullable Runnable callback;
  private long nextPosition;

  LedgerEventStream(
      LedgerStore store, EventMessages messages, RecentMessages recent, long nextPosition) {
    this.reader = store.events();
    this.news = store.news();
    this.batch = store.config().readBatch();
    this.messages = messages;
    this.recent = recent;
    this.nextPosition = nextPosition;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return hasNextAvailable() ? Optional.ofNullable(next) : Optional.empty();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (next != null) {
      return true;
    }
    if (known.isEmpty() && fetched.isEmpty()) {
      if (!news.awaitPosition(nextPosition, timeout, unit)) {
        requireOpen();
        return false;
      }
      known.addAll(recent.from(nextPosition, batch));
      if (known.isEmpty()) {
        fetched.addAll(reader.read(nextPosition, batch));
      }
    }
    TrackedEventMessage<?> event = known.isEmpty() ? decoded(fetched.peek()) : known.remove();
    if (event == null) {
      return false;
    }
    next = event;
    nextPosition = event.trackingToken().position().orElseThrow() + 1;
    return true;
  }

  private void requireOpen() {
    if (news.closed()) {
      throw new StoreUnavailable("The ledger is closed: no more events come from here.", null);
    }
  }

  private @Nullable TrackedEventMessage<?> decoded(@Nullable StoredEvent event) {
    if (event == null) {
      return null;
    }
    TrackedEventMessage<?> message = messages.toTracked(event);
    fetched.remove();
    recent.add(event.position(), message);
    return message;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    TrackedEventMessage<?> event = next;
    while (event == null) {
      hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
      event = next;
    }
    next = null;
    return event;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable onAvailable) {
    dropCallback();
    callback = onAvailable;
    news.add(onAvailable);
    return true;
  }

  private void dropCallback() {
    Runnable old = callback;
    if (old != null) {
      news.remove(old);
    }
  }

  @Override
  public void close() {
    dropCallback();
  }
}
