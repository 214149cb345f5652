package org.accordledger.projections;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the coordinator of one processor, and no other, on one thread: Axon's coordinator asks its
 * stream for more after it has let the next run of itself begin, so that with a second thread two
 * would read one stream at once, and events would be skipped or come twice.
 *
 * <p>When a work package's queue of 1,024 events is full, the coordinator of Axon 4.13 looks again
 * after 100 ms, which would cap every projection near 10,000 events a second; here it looks again
 * after 2 ms. A test holds the version of Axon that this was read from.
 */
final class CoordinatorThread extends ScheduledThreadPoolExecutor {
  private static final long FULL_QUEUE_MILLIS = 100;
  private static final long LOOK_AGAIN_MILLIS = 2;

  CoordinatorThread(String projection) {
    super(1, Thread.ofPlatform().daemon().name("coordinator-" + projection).factory());
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
