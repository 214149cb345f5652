package org.accordledger.projections;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Wakes those who wait for a projection to reach a position. What is remembered here says only when
 * it is worth looking; where the projection stands, the database says, which a crash may have put
 * back to an earlier position.
 */
final class Applied {
  /** The projection may be running on another node, which does not signal here. */
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long position = -1;
  private long moves;

  void reached(long newPosition) {
    lock.lock();
    try {
      position = newPosition;
      moves++;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The position last reached here; the database may stand elsewhere by now. */
  long position() {
    lock.lock();
    try {
      return position;
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
    while (true) {
      long seen = moves();
      if (stored.getAsLong() >= wanted) {
        return true;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      waitAtMost(Math.min(left, LOOK_EVERY), wanted, seen);
    }
  }

  private long moves() {
    lock.lock();
    try {
      return moves;
    } finally {
      lock.unlock();
    }
  }

  private void waitAtMost(long nanos, long wanted, long seen) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while ((moves == seen || position < wanted) && left > 0) {
        left = moved.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
