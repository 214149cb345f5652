package org.accordledger.api;

import org.accordledger.store.publish.LogPublisher;
import org.accordledger.store.publish.PublisherState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what is stored is being published. Not part of readiness: commands go on without it. */
@Component
final class LogHealthIndicator implements HealthIndicator {
  private final Opening opening;
  private final ObjectProvider<LogPublisher> publisher;

  LogHealthIndicator(Opening opening, ObjectProvider<LogPublisher> publisher) {
    this.opening = opening;
    this.publisher = publisher;
  }

  @Override
  public Health health() {
    String obstacle = opening.obstacle();
    if (obstacle != null) {
      return Health.down().withDetail("error", obstacle).build();
    }
    PublisherState state = publisher.getObject().state();
    Health.Builder health =
        state.condition() == PublisherState.Condition.UP ? Health.up() : Health.down();
    health.withDetail("published", state.published());
    state.reason().ifPresent(reason -> health.withDetail("error", reason));
    return health.build();
  }
}
