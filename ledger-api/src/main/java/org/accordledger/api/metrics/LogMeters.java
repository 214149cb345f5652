package org.accordledger.api.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.publish.LogPublisher;
import org.accordledger.store.publish.PublisherState;
import org.accordledger.store.publish.WitnessState;

/** How publishing the log goes, and what its witnesses answer. */
public final class LogMeters {
  private LogMeters() {}

  /** From now on the publisher of a store is measured. */
  public static void of(LedgerStore store, LogPublisher publisher, MeterRegistry registry) {
    PublishDelay delay =
        new PublishDelay(
            Timer.builder("ledger.publish.delay")
                .serviceLevelObjectives(Buckets.times())
                .register(registry));
    store.listen(delay);
    publisher.onPublished(delay::published);
    Gauge.builder("ledger.log.published.entries", publisher, one -> one.latest().size())
        .register(registry);
    Gauge.builder("ledger.log.publishing", publisher, LogMeters::publishing).register(registry);
    Gauge.builder("ledger.log.contradicted", publisher, LogMeters::contradicted).register(registry);
    for (WitnessState witness : publisher.witnesses()) {
      witness(publisher, witness.submission().toString(), registry);
    }
  }

  private static double publishing(LogPublisher publisher) {
    return publisher.state().condition() == PublisherState.Condition.UP ? 1 : 0;
  }

  /** An outage ends by itself; this does not, and somebody has to be called. */
  private static double contradicted(LogPublisher publisher) {
    return publisher.state().condition() == PublisherState.Condition.STOPPED ? 1 : 0;
  }

  private static void witness(LogPublisher publisher, String address, MeterRegistry registry) {
    Tags named = Tags.of("witness", address);
    FunctionCounter.builder(
            "ledger.witness.answers", publisher, of(address, WitnessState::answered))
        .tags(named.and("outcome", "cosigned"))
        .register(registry);
    FunctionCounter.builder("ledger.witness.answers", publisher, of(address, WitnessState::failed))
        .tags(named.and("outcome", "failed"))
        .register(registry);
    Gauge.builder("ledger.witness.cosigned.entries", publisher, of(address, WitnessState::cosigned))
        .tags(named)
        .register(registry);
  }

  private static ToDoubleFunction<LogPublisher> of(
      String address, ToDoubleFunction<WitnessState> figure) {
    return publisher ->
        publisher.witnesses().stream()
            .filter(state -> state.submission().toString().equals(address))
            .mapToDouble(figure)
            .findFirst()
            .orElse(Double.NaN);
  }
}
