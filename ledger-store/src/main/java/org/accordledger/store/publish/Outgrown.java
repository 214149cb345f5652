package org.accordledger.store.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Partial files whose full one is served. Readers who took a checkpoint a moment before still ask
 * for them, so they stay a while.
 */
final class Outgrown {
  private final LogDirectory directory;
  private final InstantSource clock;
  private final Duration grace;
  private final List<String> notServedYet = new ArrayList<>();
  private final Deque<Since> waiting = new ArrayDeque<>();

  Outgrown(LogDirectory directory, InstantSource clock, Duration grace) {
    this.directory = directory;
    this.clock = clock;
    this.grace = grace;
  }

  /** A full file is there, but the checkpoint with its entries is not served yet. */
  void written(String full) {
    notServedYet.add(full);
  }

  /**
   * A checkpoint is served with all that was written before; takes away what waited long enough.
   */
  void served() {
    Instant now = clock.instant();
    notServedYet.forEach(full -> waiting.add(new Since(now, full)));
    notServedYet.clear();
    while (!waiting.isEmpty() && !waiting.getFirst().served().plus(grace).isAfter(now)) {
      directory.removePartials(waiting.removeFirst().full());
    }
  }

  private record Since(Instant served, String full) {}
}
