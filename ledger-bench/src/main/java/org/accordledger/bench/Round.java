package org.accordledger.bench;

import java.time.Duration;

/**
 * What one round brought.
 *
 * @param rate commands acknowledged as durable, per second
 * @param arriving events stored, per second
 * @param behind events that the slowest projection had still to apply when the round ended
 * @param level how long after the round every projection had applied everything
 */
record Round(double rate, double arriving, long behind, Duration level) {
  /** Projections that keep up are level with the log again this long after a round. */
  static final Duration LEVEL_WITHIN = Duration.ofSeconds(1);

  /** Projections that keep up are never further behind than what arrives in this many seconds. */
  static final double SECONDS_BEHIND = 2;

  /** How many seconds of arriving events the slowest projection was behind. */
  double secondsBehind() {
    return arriving == 0 ? 0 : behind / arriving;
  }

  boolean projectionsKeptUp() {
    return level.compareTo(LEVEL_WITHIN) <= 0 && secondsBehind() <= SECONDS_BEHIND;
  }
}
