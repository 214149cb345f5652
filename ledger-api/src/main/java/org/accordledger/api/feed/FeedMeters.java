package org.accordledger.api.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.accordledger.projections.feed.FeedStatus;

/**
 * Where every topic stands. One scrape asks the database once for all of them; while it does not
 * answer, the figures are NaN.
 */
public final class FeedMeters {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final LedgerFeed feed;
  private Map<String, FeedStatus> known = Map.of();
  private long asked = System.nanoTime() - FRESH.toNanos();

  private FeedMeters(LedgerFeed feed) {
    this.feed = feed;
  }

  /** From now on these topics are measured; whoever asks for this keeps it. */
  static FeedMeters of(LedgerFeed feed, MeterRegistry registry) {
    FeedMeters meters = new FeedMeters(feed);
    for (String topic : feed.topics()) {
      meters.gauge(registry, "ledger.feed.position", topic, FeedStatus::position);
      meters.gauge(registry, "ledger.feed.lag.positions", topic, FeedStatus::behind);
      meters.gauge(
          registry, "ledger.feed.lag.seconds", topic, status -> status.age().toMillis() / 1000.0);
      meters.gauge(registry, "ledger.feed.feeding", topic, status -> status.feeding() ? 1 : 0);
      meters.gauge(
          registry,
          "ledger.feed.standing.still",
          topic,
          status -> status.failure() == null ? 0 : 1);
      FunctionCounter.builder("ledger.feed.failures", feed, all -> all.failures(topic))
          .tag("topic", topic)
          .register(registry);
    }
    return meters;
  }

  private void gauge(
      MeterRegistry registry, String meter, String topic, ToDoubleFunction<FeedStatus> figure) {
    Gauge.builder(meter, this, meters -> meters.figure(topic, figure))
        .tag("topic", topic)
        .register(registry);
  }

  private synchronized double figure(String topic, ToDoubleFunction<FeedStatus> figure) {
    if (System.nanoTime() - asked >= FRESH.toNanos()) {
      known = read();
      asked = System.nanoTime();
    }
    FeedStatus status = known.get(topic);
    return status == null ? Double.NaN : figure.applyAsDouble(status);
  }

  private Map<String, FeedStatus> read() {
    try {
      return feed.status().stream()
          .collect(Collectors.toMap(FeedStatus::topic, Function.identity()));
    } catch (RuntimeException away) {
      return Map.of();
    }
  }
}
