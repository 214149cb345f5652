package org.accordledger.api.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.accordledger.projections.ProjectionStatus;
import org.accordledger.projections.Projections;

/**
 * Where every projection stands. One scrape asks the database once for all of them; while it does
 * not answer, the figures are NaN.
 */
public final class ProjectionMeters {
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Longer than a pool waits for its database: of a scrape, one figure waits and not each. */
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final Projections projections;
  private Map<String, ProjectionStatus> known = Map.of();
  private long due = System.nanoTime();

  private ProjectionMeters(Projections projections) {
    this.projections = projections;
  }

  /** From now on these projections are measured; whoever asks for this keeps it. */
  public static ProjectionMeters of(Projections projections, MeterRegistry registry) {
    ProjectionMeters meters = new ProjectionMeters(projections);
    for (String name : projections.names()) {
      meters.gauge(registry, "ledger.projection.position", name, ProjectionStatus::position);
      meters.gauge(registry, "ledger.projection.lag.positions", name, ProjectionStatus::behind);
      meters.gauge(
          registry, "ledger.projection.lag.seconds", name, status -> seconds(status.age()));
      meters.gauge(
          registry,
          "ledger.projection.standing.still",
          name,
          status -> status.failure() == null ? 0 : 1);
      meters.gauge(
          registry,
          "ledger.projection.dead.letters",
          name,
          status -> status.deadLetter() == null ? 0 : 1);
      FunctionCounter.builder("ledger.projection.failures", projections, all -> all.failures(name))
          .tag("projection", name)
          .register(registry);
    }
    return meters;
  }

  private void gauge(
      MeterRegistry registry,
      String meter,
      String projection,
      ToDoubleFunction<ProjectionStatus> figure) {
    Gauge.builder(meter, this, meters -> meters.figure(projection, figure))
        .tag("projection", projection)
        .register(registry);
  }

  private static double seconds(Duration age) {
    return age.toMillis() / 1000.0;
  }

  private synchronized double figure(String projection, ToDoubleFunction<ProjectionStatus> figure) {
    if (System.nanoTime() - due >= 0) {
      Duration fresh = FRESH;
      try {
        known = read();
      } catch (RuntimeException away) {
        known = Map.of();
        fresh = AWAY;
      }
      due = System.nanoTime() + fresh.toNanos();
    }
    ProjectionStatus status = known.get(projection);
    return status == null ? Double.NaN : figure.applyAsDouble(status);
  }

  private Map<String, ProjectionStatus> read() {
    return projections.status().stream()
        .collect(Collectors.toMap(ProjectionStatus::name, Function.identity()));
  }
}
