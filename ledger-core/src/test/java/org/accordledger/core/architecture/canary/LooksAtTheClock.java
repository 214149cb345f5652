package org.accordledger.core.architecture.canary;

import java.time.Instant;

/** Breaks ASKS_NO_CLOCK_AND_NO_CHANCE. */
final class LooksAtTheClock {
  private LooksAtTheClock() {}

  static Instant when() {
    return Instant.now();
  }
}
