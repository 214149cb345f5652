package org.accordledger.store.publish;

import java.time.Duration;

/**
 * Settings of the publisher. All are trusted: they come from the operator, never from a request. A
 * value out of its bounds stops the start.
 *
 * @param interval shortest time from one checkpoint to the next, 1 ms to 60 s. Default 200 ms. Too
 *     short costs disk and database, too long makes everybody wait for receipts.
 * @param partialGrace how long partial tiles and bundles stay after the full one is served, 0 to 30
 *     days. Default 10 minutes. Too short fails readers who took an older checkpoint.
 * @param witnesses who is asked to cosign, and how long they are waited for. Default none.
 */
public record LogPublisherConfig(
    Duration interval, Duration partialGrace, WitnessConfig witnesses) {

  public LogPublisherConfig {
    requireBetween("interval", interval, Duration.ofMillis(1), Duration.ofMinutes(1));
    requireBetween("partialGrace", partialGrace, Duration.ZERO, Duration.ofDays(30));
  }

  /** The defaults. */
  public static LogPublisherConfig standard() {
    return new LogPublisherConfig(
        Duration.ofMillis(200), Duration.ofMinutes(10), WitnessConfig.none());
  }

  /** The same, with these witnesses. */
  public LogPublisherConfig asking(WitnessConfig others) {
    return new LogPublisherConfig(interval, partialGrace, others);
  }

  static void requireBetween(String setting, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s: %s to %s, not %s".formatted(setting, least, most, value));
    }
  }
}
