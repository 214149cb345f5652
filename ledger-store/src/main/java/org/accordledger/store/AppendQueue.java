package org.accordledger.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Appends waiting for the committer, bounded; and how a batch is taken from them. */
final class AppendQueue {
  /** A batch is held in memory twice and travels as one message. */
  private static final long MOST_BYTES = 16L << 20;

  private final LinkedBlockingQueue<Append> queue;
  private final int maxBatch;
  private final Duration linger;
  private int lastBatch;

  AppendQueue(LedgerStoreConfig config) {
    this.queue = new LinkedBlockingQueue<>(config.queueBound());
    this.maxBatch = config.maxBatch();
    this.linger = config.linger();
  }

  /** False when the queue is full. */
  boolean offer(Append append) {
    return queue.offer(append);
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /**
   * What has queued, up to the bounds; empty when nothing came in time. After a batch of several it
   * is likely that those who were just answered ask again: then it is worth waiting a little for as
   * many as last time, instead of committing the first one alone.
   */
  List<Append> take(Duration patience) throws InterruptedException {
    Append first = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (first == null) {
      return List.of();
    }
    List<Append> batch = new ArrayList<>();
    batch.add(first);
    long events = first.events().size();
    long bytes = first.weight();
    long deadline = System.nanoTime() + (lastBatch > 1 ? linger.toNanos() : 0);
    while (events < maxBatch && bytes < MOST_BYTES) {
      Append next = queue.poll();
      if (next == null && batch.size() < lastBatch) {
        next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      if (next == null) {
        break;
      }
      batch.add(next);
      events += next.events().size();
      bytes += next.weight();
    }
    lastBatch = batch.size();
    return batch;
  }

  void refuseAll(RuntimeException reason) {
    List<Append> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.forEach(append -> append.refuse(reason));
  }
}
