package org.accordledger.api;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether commands can be stored: the store is open and its database answers. */
@Component
final class StoreHealthIndicator implements HealthIndicator {
  private final DataSource dataSource;
  private final Opening opening;

  StoreHealthIndicator(DataSource dataSource, Opening opening) {
    this.dataSource = dataSource;
    this.opening = opening;
  }

  @Override
  public Health health() {
    String obstacle = opening.obstacle();
    if (obstacle != null) {
      return Health.down().withDetail("error", obstacle).build();
    }
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(2) ? Health.up().build() : down("it does not answer in time");
    } catch (SQLException e) {
      return down(String.valueOf(e.getMessage()));
    }
  }

  private static Health down(String reason) {
    return Health.down().withDetail("error", "The database cannot be used: " + reason).build();
  }
}
