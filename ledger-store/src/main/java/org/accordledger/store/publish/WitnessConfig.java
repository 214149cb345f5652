package org.accordledger.store.publish;

import java.time.Duration;
import java.util.List;

/**
 * Settings of asking witnesses. All are trusted.
 *
 * @param witnesses who is asked, at most 16. Default nobody.
 * @param patience how long a new checkpoint waits for their lines before it is served without those
 *     that are late, 0 to 10 s. Default 100 ms. Late lines are added to it as long as it is the
 *     latest.
 * @param timeout how long an answer may take at all, 100 ms to 60 s. Default 5 s. A witness that
 *     does not answer in time, or not as it should, is not waited for until it has answered again.
 */
public record WitnessConfig(List<Witness> witnesses, Duration patience, Duration timeout) {
  private static final int MOST = 16;

  public WitnessConfig {
    witnesses = List.copyOf(witnesses);
    if (witnesses.size() > MOST) {
      throw new IllegalArgumentException(
          "witnesses: at most %d, not %d".formatted(MOST, witnesses.size()));
    }
    if (witnesses.stream().map(Witness::key).distinct().count() < witnesses.size()) {
      throw new IllegalArgumentException("witnesses: each has a key of its own");
    }
    LogPublisherConfig.requireBetween("patience", patience, Duration.ZERO, Duration.ofSeconds(10));
    LogPublisherConfig.requireBetween(
        "timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(1));
  }

  /** Nobody is asked. */
  public static WitnessConfig none() {
    return of(List.of());
  }

  /** The defaults, for these witnesses. */
  public static WitnessConfig of(List<Witness> witnesses) {
    return new WitnessConfig(witnesses, Duration.ofMillis(100), Duration.ofSeconds(5));
  }
}
