package org.accordledger.api.bus;

import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.jspecify.annotations.Nullable;

/**
 * Loads aggregates from their streams or from the cache, one command at a time for each stream.
 *
 * <p>Whoever states a version must have seen the last one: Axon's own repository would first decide
 * and then look for conflicts, so that a stale client would learn of a rule and not of its
 * staleness.
 */
final class StreamRepository<T> extends CachingEventSourcingRepository<T> {
  StreamRepository(
      Class<T> type,
      EventStore eventStore,
      org.axonframework.common.caching.Cache cache,
      ParameterResolverFactory parameters) {
    super(
        EventSourcingRepository.builder(type)
            .eventStore(eventStore)
            .cache(cache)
            .parameterResolverFactory(parameters)
            .lockFactory(PessimisticLockFactory.usingDefaults()));
  }

  @Override
  protected void validateOnLoad(Aggregate<T> aggregate, @Nullable Long expected) {
    super.validateOnLoad(aggregate, null);
    Long actual = aggregate.version();
    if (expected != null && actual != null && !expected.equals(actual)) {
      throw new ConflictingAggregateVersionException(
          aggregate.identifierAsString(), expected, actual);
    }
  }
}
