package org.accordledger.projections.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The inbox from a position on, for one reader and one thread at a time. What another reader has
 * decoded is taken from it; the rest is decoded one by one, so that everything before an event
 * nobody understands can still be had; there it throws.
 */
final class InboxStream implements BlockingStream<TrackedEventMessage<?>> {
  private final InboxLog log;
  private final Deque<TrackedEventMessage<?>> decoded = new ArrayDeque<>();
  private final Deque<InboxEvent> fetched = new ArrayDeque<>();
  private final Semaphore news = new Semaphore(0);
  private final Runnable wake = news::release;
  private @Nullable TrackedEventMessage<?> next;
  private @Nullable Runnable callback;
  private long nextPosition;

  InboxStream(InboxLog log, long nextPosition) {
    this.log = log;
    this.nextPosition = nextPosition;
    log.add(wake);
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return look() ? Optional.ofNullable(next) : Optional.empty();
  }

  private boolean look() {
    if (next != null) {
      return true;
    }
    if (decoded.isEmpty() && fetched.isEmpty()) {
      decoded.addAll(log.decoded(nextPosition));
      if (decoded.isEmpty()) {
        fetched.addAll(log.page(nextPosition));
      }
    }
    TrackedEventMessage<?> event = decoded.isEmpty() ? decodedNext() : decoded.remove();
    if (event == null) {
      return false;
    }
    next = event;
    nextPosition = event.trackingToken().position().orElseThrow() + 1;
    return true;
  }

  private @Nullable TrackedEventMessage<?> decodedNext() {
    InboxEvent event = fetched.peek();
    if (event == null) {
      return null;
    }
    TrackedEventMessage<?> message = log.message(event);
    fetched.remove();
    return message;
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (true) {
      news.drainPermits();
      if ((next != null || !decoded.isEmpty() || !fetched.isEmpty() || log.known() >= nextPosition)
          && look()) {
        return true;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0 || !news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
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
    log.add(onAvailable);
    return true;
  }

  private void dropCallback() {
    Runnable old = callback;
    if (old != null) {
      log.remove(old);
    }
  }

  @Override
  public void close() {
    dropCallback();
    log.remove(wake);
  }
}
