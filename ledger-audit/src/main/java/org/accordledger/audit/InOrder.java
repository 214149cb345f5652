package org.accordledger.audit;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does many jobs on several threads and takes their results in order. So many are under way at once
 * as fit into a budget of bytes, so that a log of any size, and of entries of any size, is worked
 * on in the same memory.
 */
public final class InOrder {
  private static final long BUDGET = 48L << 20;
  private static final int PER_THREAD = 16;

  private InOrder() {}

  /**
   * One piece of the work.
   *
   * @param bytes about how many it holds while it is under way
   */
  public record Job<T>(long bytes, Callable<T> work) {}

  private record Running<T>(long bytes, Future<T> result) {}

  /**
   * Does all jobs. The first one that fails ends the work with its exception.
   *
   * @param jobs asked for one after the other on the calling thread, as there is room
   * @param threads to work on
   * @param results called on the calling thread, in the order of the jobs
   */
  public static <T> void run(Iterator<Job<T>> jobs, int threads, Consumer<T> results) {
    ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    try {
      ArrayDeque<Running<T>> running = new ArrayDeque<>();
      long held = 0;
      while (jobs.hasNext() || !running.isEmpty()) {
        while (jobs.hasNext()
            && (running.isEmpty() || (held < BUDGET && running.size() < PER_THREAD * threads))) {
          Job<T> job = jobs.next();
          held += job.bytes();
          running.add(new Running<>(job.bytes(), pool.submit(job.work())));
        }
        Running<T> first = running.remove();
        results.accept(result(first.result()));
        held -= first.bytes();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuditProblem("interrupted", e);
    }
  }
}
