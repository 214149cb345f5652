package org.accordledger.bench.system;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads all the time, as a load balancer lets readers: from any node that says it is
 * ready.
 */
final class Readers implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(100);

  /** As long as a balancer may take to notice that a node has ended. */
  private static final int TRIES = 5;

  private final List<URI> nodes;
  private final Health health;
  private final AtomicLong answered = new AtomicLong();
  private final Thread reader;
  private volatile boolean stopping;
  private volatile @Nullable String unanswered;

  Readers(List<URI> nodes, Health health) {
    this.nodes = nodes;
    this.health = health;
    this.reader = Thread.ofPlatform().daemon().name("reader").start(this::run);
  }

  private void run() {
    while (!stopping) {
      if (answered()) {
        answered.incrementAndGet();
      } else if (!stopping) {
        unanswered = "no node was ready and answered: " + nodes.stream().map(health::said).toList();
        return;
      }
      pause();
    }
  }

  private boolean answered() {
    for (int i = 0; i < TRIES; i++) {
      if (nodes.stream().filter(health::ready).anyMatch(health::shows)) {
        return true;
      }
      pause();
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  /**
   * Ends it.
   *
   * @return how often it was answered
   * @throws Violation if it was left without an answer for half a second
   */
  long end() {
    stopping = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a reader ended", e);
    }
    String why = unanswered;
    if (why != null) {
      throw new Violation("a reader was left without an answer: " + why);
    }
    return answered.get();
  }

  @Override
  public void close() {
    stopping = true;
  }
}
