package org.accordledger.api.metrics;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.accordledger.store.AppendListener;
import org.accordledger.store.CommittedBatch;

/**
 * From durable to published, for every batch of this node. While nothing is published it remembers
 * so many batches and no more; those beyond are not measured.
 */
final class PublishDelay implements AppendListener {
  private static final int REMEMBERED = 100_000;

  private record Durable(long lastPosition, long since) {}

  private final ConcurrentLinkedQueue<Durable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger remembered = new AtomicInteger();
  private final Timer timer;

  PublishDelay(Timer timer) {
    this.timer = timer;
  }

  @Override
  public void committed(CommittedBatch batch) {
    if (remembered.incrementAndGet() > REMEMBERED) {
      remembered.decrementAndGet();
      return;
    }
    waiting.add(new Durable(batch.lastPosition(), System.nanoTime()));
  }

  /** Called by the publisher's thread alone. */
  void published(long size) {
    for (Durable next = waiting.peek();
        next != null && next.lastPosition() < size;
        next = waiting.peek()) {
      waiting.remove();
      remembered.decrementAndGet();
      timer.record(Duration.ofNanos(System.nanoTime() - next.since()));
    }
  }

  @Override
  public void appended(Set<String> streamIds) {
    // the batch was told before
  }

  @Override
  public void appendedElsewhere() {
    // measured by the node that appended
  }
}
