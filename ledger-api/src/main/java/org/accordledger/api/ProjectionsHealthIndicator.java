package org.accordledger.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.accordledger.projections.ProjectionStatus;
import org.accordledger.projections.Projections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the views follow the log. Being behind is no failure, standing still is one. */
@Component
final class ProjectionsHealthIndicator implements HealthIndicator {
  private final ObjectProvider<Projections> projections;
  private final Opening opening;

  ProjectionsHealthIndicator(ObjectProvider<Projections> projections, Opening opening) {
    this.projections = projections;
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
      for (ProjectionStatus status : projections.getObject().status()) {
        follow &= status.failure() == null;
        details.put(status.name(), told(status));
      }
    } catch (RuntimeException e) {
      return Health.down().withDetail("error", String.valueOf(e.getMessage())).build();
    }
    return (follow ? Health.up() : Health.down()).withDetails(details).build();
  }

  private static String told(ProjectionStatus status) {
    String standing =
        "at %d of %d, %d behind, %d s old"
            .formatted(status.position(), status.head(), status.behind(), status.age().toSeconds());
    return status.failure() == null ? standing : standing + "; stands still: " + status.failure();
  }
}
