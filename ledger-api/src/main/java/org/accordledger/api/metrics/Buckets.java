package org.accordledger.api.metrics;

import java.time.Duration;

/** The bounds that all histograms of times share, so that they can be read beside each other. */
public final class Buckets {
  private static final Duration[] TIMES =
      java.util.stream.LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private Buckets() {}

  /** Upper bounds, from 5 ms to 10 s. */
  public static Duration[] times() {
    return TIMES.clone();
  }
}
