package org.accordledger.api.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import org.accordledger.store.AppendListener;
import org.accordledger.store.CommittedBatch;
import org.accordledger.store.LedgerStore;

/** The batches of the committer of this node, and how long the log is. */
public final class StoreMeters implements AppendListener {
  private final Timer time;
  private final DistributionSummary events;
  private final DistributionSummary commands;

  private StoreMeters(MeterRegistry registry) {
    this.time =
        Timer.builder("ledger.commit.batch")
            .serviceLevelObjectives(Buckets.times())
            .register(registry);
    this.events = summary(registry, "ledger.commit.batch.events");
    this.commands = summary(registry, "ledger.commit.batch.commands");
  }

  private static DistributionSummary summary(MeterRegistry registry, String name) {
    return DistributionSummary.builder(name)
        .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000)
        .register(registry);
  }

  /** From now on every batch of the store is measured. */
  public static StoreMeters of(LedgerStore store, MeterRegistry registry) {
    StoreMeters meters = new StoreMeters(registry);
    store.listen(meters);
    Gauge.builder("ledger.log.stored.entries", store, LedgerStore::knownSize).register(registry);
    Gauge.builder("ledger.store.available", store, open -> open.available() ? 1 : 0)
        .register(registry);
    return meters;
  }

  @Override
  public void committed(CommittedBatch batch) {
    time.record(batch.took());
    events.record(batch.events());
    commands.record(batch.commands());
  }

  @Override
  public void appended(Set<String> streamIds) {
    // which streams is of no interest here
  }

  @Override
  public void appendedElsewhere() {
    // measured by the node that appended
  }
}
