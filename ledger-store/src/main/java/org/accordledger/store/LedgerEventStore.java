package org.accordledger.store;

import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.jspecify.annotations.Nullable;

/** Axon's event store on the ledger. Its streams wake their readers when events become durable. */
public final class LedgerEventStore extends AbstractEventStore {
  private final LedgerEventStorageEngine engine;

  /**
   * An event store on this engine, without traces.
   *
   * @param monitor told of every event published
   */
  public LedgerEventStore(
      LedgerEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor) {
    this(engine, monitor, NoOpSpanFactory.INSTANCE);
  }

  /**
   * An event store on this engine.
   *
   * @param monitor told of every event published
   * @param spans makes a span of every event published, whose trace is stored beside it if it is
   *     sampled, and one of every commit, which lasts until the events are durable
   */
  public LedgerEventStore(
      LedgerEventStorageEngine engine,
      MessageMonitor<? super EventMessage<?>> monitor,
      SpanFactory spans) {
    super(new Settings(spans).storageEngine(engine).messageMonitor(monitor));
    this.engine = engine;
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken token) {
    return engine.openStream(token);
  }

  private static final class Settings extends Builder {
    Settings(SpanFactory spans) {
      spanFactory(DefaultEventBusSpanFactory.builder().spanFactory(spans).build());
    }
  }
}
