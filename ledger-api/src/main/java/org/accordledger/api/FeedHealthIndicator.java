package org.accordledger.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.accordledger.api.feed.LedgerFeed;
import org.accordledger.projections.feed.FeedStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the topics of Kafka follow the log. Being behind is no failure, standing still is one.
 * Not part of readiness: commands and reads go on without it.
 */
@Component
final class FeedHealthIndicator implements HealthIndicator {
  private final ObjectProvider<LedgerFeed> feed;
  private final Opening opening;

  FeedHealthIndicator(ObjectProvider<LedgerFeed> feed, Opening opening) {
    this.feed = feed;
    this.opening = opening;
  }

  @Override
  public Health health() {
    String obstacle = opening.obstacle();
    if (obstacle != null) {
      return Health.down().withDetail("error", obstacle).build();
    }
    boolean follow = true;
    Map<String, Object> details = new LinkedHashMap<>();
    try {
      for (FeedStatus status : feed.getObject().status()) {
        follow &= status.failure() == null;
        details.put(status.topic(), told(status));
      }
    } catch (RuntimeException e) {
      return Health.down().withDetail("error", String.valueOf(e.getMessage())).build();
    }
    return (follow ? Health.up() : Health.down()).withDetails(details).build();
  }

  private static String told(FeedStatus status) {
    StringBuilder told =
        new StringBuilder(
            "at %d of %d, %d behind, %d s old, fed by %s"
                .formatted(
                    status.position(),
                    status.head(),
                    status.behind(),
                    status.age().toSeconds(),
                    status.feeding() ? "this node" : "another node"));
    if (status.failure() != null) {
      told.append("; stands still: ").append(status.failure());
    }
    if (status.notice() != null) {
      told.append("; ").append(status.notice());
    }
    return told.toString();
  }
}
