package org.accordledger.projections;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Wakes those who wait for a projection to reach a position. */
final class Applied {
  /** The projection may be running on another node, which does not signal here. */
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long position = -1;

  void reached(long newPosition) {
    lock.lock();
    try {
      position = newPosition;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a position is applied.
   *
   * @param stored reads the position from the database
   * @return false if the time ran out
   */
  boolean await(long wanted, Duration limit, LongSupplier stored) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!has(wanted) && stored.getAsLong() < wanted) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      waitAtMost(Math.min(left, LOOK_EVERY), wanted);
    }
    return true;
  }

  private boolean has(long wanted) {
    lock.lock();
    try {
      return position >= wanted;
    } finally {
      lock.unlock();
    }
  }

  private void waitAtMost(long nanos, long wanted) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (position < wanted && left > 0) {
        left = moved.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
