package org.accordledger.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.accordledger.projections.ProjectionStatus;
import org.accordledger.projections.Projections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the views follow the log. Being behind is no failure, standing still is one, and so is
 * not having caught up once yet: whoever asks goes to the nodes that have.
 */
@Component
final class ProjectionsHealthIndicator implements HealthIndicator {
  private final ObjectProvider<Projections> projections;
  private final Opening opening;
  private final ViewsDatabase views;
  private final LedgerSettings settings;

  ProjectionsHealthIndicator(
      ObjectProvider<Projections> projections,
      Opening opening,
      ViewsDatabase views,
      LedgerSettings settings) {
    this.projections = projections;
    this.opening = opening;
    this.views = views;
    this.settings = settings;
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
      String strange = views.strange(settings.origin());
      if (strange != null) {
        return Health.down().withDetail("error", strange).build();
      }
      Projections all = projections.getObject();
      String building = all.building();
      follow = building == null;
      details.put("views", building == null ? all.views().name() : building);
      for (ProjectionStatus status : all.status()) {
        follow &= status.failure() == null;
        details.put(status.name(), status.toString());
      }
    } catch (RuntimeException e) {
      return Health.down().withDetail("error", String.valueOf(e.getMessage())).build();
    }
    return (follow ? Health.up() : Health.down()).withDetails(details).build();
  }
}
