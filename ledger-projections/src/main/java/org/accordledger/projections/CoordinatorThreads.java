package org.accordledger.projections;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs Axon's coordinators. When a work package's queue of 1,024 events is full, the coordinator of
 * Axon 4.13 looks again after 100 ms, which would cap every projection near 10,000 events a second;
 * here it looks again after 2 ms.
 */
final class CoordinatorThreads extends ScheduledThreadPoolExecutor {
  private static final long FULL_QUEUE_MILLIS = 100;
  private static final long LOOK_AGAIN_MILLIS = 2;

  CoordinatorThreads(int threads) {
    super(threads, Thread.ofPlatform().daemon().name("projection-coordinator-", 0).factory());
    setRemoveOnCancelPolicy(true);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    boolean queueIsFull = unit.toMillis(delay) == FULL_QUEUE_MILLIS;
    return queueIsFull
        ? super.schedule(command, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
        : super.schedule(command, delay, unit);
  }
}
