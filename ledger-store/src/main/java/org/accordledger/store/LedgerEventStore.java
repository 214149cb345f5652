package org.accordledger.store;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Axon's event store on the ledger. Its streams wake their readers when events become durable. */
public final class LedgerEventStore extends AbstractEventStore {
  private final LedgerEventStorageEngine engine;

  /**
   * An event store on this engine.
   *
   * @param monitor told of every event published
   */
  public LedgerEventStore(
      LedgerEventStorageEngine engine, MessageMonitor<? super EventMessage<?>> monitor) {
    super(new Settings().storageEngine(engine).messageMonitor(monitor));
    this.engine = engine;
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken token) {
    return engine.openStream(token);
  }

  private static final class Settings extends Builder {}
}
