package org.accordledger.api.node;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.accordledger.projections.node.IntakeStatus;
import org.accordledger.projections.node.ProjectionNode;
import org.jspecify.annotations.Nullable;

/**
 * Where the intake of a node stands. One scrape asks the database once; while it does not answer,
 * the figures are NaN.
 */
final class NodeMeters {
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Longer than a pool waits for its database: of a scrape, one figure waits and not each. */
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final ProjectionNode node;
  private @Nullable IntakeStatus known;
  private long due = System.nanoTime();

  private NodeMeters(ProjectionNode node) {
    this.node = node;
  }

  /** From now on the intake is measured; whoever asks for this keeps it. */
  static NodeMeters of(ProjectionNode node, MeterRegistry registry) {
    NodeMeters meters = new NodeMeters(node);
    meters.gauge(registry, "ledger.intake.watermark", IntakeStatus::watermark);
    meters.gauge(registry, "ledger.intake.newest.position", IntakeStatus::newest);
    meters.gauge(registry, "ledger.intake.lag.records", IntakeStatus::untaken);
    meters.gauge(registry, "ledger.intake.lag.seconds", status -> status.age().toMillis() / 1000.0);
    meters.gauge(registry, "ledger.intake.partitions", IntakeStatus::partitions);
    meters.gauge(
        registry, "ledger.intake.standing.still", status -> status.failure() == null ? 0 : 1);
    FunctionCounter.builder("ledger.intake.failures", node, ProjectionNode::intakeFailures)
        .register(registry);
    return meters;
  }

  private void gauge(MeterRegistry registry, String name, ToDoubleFunction<IntakeStatus> figure) {
    Gauge.builder(name, this, meters -> meters.figure(figure)).register(registry);
  }

  private synchronized double figure(ToDoubleFunction<IntakeStatus> figure) {
    if (System.nanoTime() - due >= 0) {
      Duration fresh = FRESH;
      try {
        known = node.intake();
      } catch (RuntimeException away) {
        known = null;
        fresh = AWAY;
      }
      due = System.nanoTime() + fresh.toNanos();
    }
    return known == null ? Double.NaN : figure.applyAsDouble(known);
  }
}
