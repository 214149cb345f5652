package org.accordledger.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the log is known to be, and who wants to hear when it grows. Readers look here before
 * they ask the database. Callbacks run on a thread of their own, so that no reader can hold up the
 * committer.
 */
final class News implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(News.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
  private final Thread caller;
  private long size;
  private boolean closed;

  News(long size) {
    this.size = size;
    this.caller = Thread.ofPlatform().name("ledger-news").daemon().unstarted(this::tellCallbacks);
    caller.start();
  }

  /** The log has at least this many events. */
  void reached(long newSize) {
    lock.lock();
    try {
      if (newSize > size) {
        size = newSize;
        grown.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  long size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the log has an event at this position; false when the time is over first, or the
   * store is closed.
   */
  boolean awaitPosition(long position, long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (size <= position && !closed) {
        if (left <= 0) {
          return false;
        }
        left = grown.awaitNanos(left);
      }
      return size > position;
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  void add(Runnable callback) {
    callbacks.add(callback);
  }

  void remove(Runnable callback) {
    callbacks.remove(callback);
  }

  private void tellCallbacks() {
    long told = size();
    try {
      while (awaitPosition(told, Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
        told = size();
        callbacks.forEach(News::call);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void call(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      log.warn("A reader failed when told of new events; the others are told all the same.", e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
