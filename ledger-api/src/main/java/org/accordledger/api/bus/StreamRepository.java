package org.accordledger.api.bus;

import org.accordledger.core.LedgerCommand;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.jspecify.annotations.Nullable;

/**
 * Loads aggregates from their streams or from the cache, one command at a time for each stream.
 *
 * <p>Whoever states a version must have seen the last one: Axon's own repository would first decide
 * and then look for conflicts, so that a stale client would learn of a rule and not of its
 * staleness.
 *
 * <p>Who states a later version than that of the cache has it from another node, of whose append
 * this one is told a moment later: the stream is read then.
 *
 * <p>A command that begins a stream is decided without looking for the stream, which would cost two
 * reads to find nothing: if there is one after all, the store refuses the first event.
 */
final class StreamRepository<T> extends CachingEventSourcingRepository<T> {
  private final Cache cache;

  StreamRepository(
      Class<T> type, EventStore eventStore, Cache cache, ParameterResolverFactory parameters) {
    super(
        EventSourcingRepository.builder(type)
            .eventStore(eventStore)
            .cache(cache)
            .parameterResolverFactory(parameters)
            .lockFactory(PessimisticLockFactory.usingDefaults()));
    this.cache = cache;
  }

  @Override
  protected EventSourcedAggregate<T> doLoadWithLock(String streamId, @Nullable Long expected) {
    if (isTakenToBeNew() && !cache.containsKey(streamId)) {
      throw new AggregateNotFoundException(streamId, "taken to be new");
    }
    EventSourcedAggregate<T> loaded = super.doLoadWithLock(streamId, expected);
    Long version = loaded.version();
    if (expected != null && version != null && version < expected && cache.remove(streamId)) {
      return super.doLoadWithLock(streamId, expected);
    }
    return loaded;
  }

  private static boolean isTakenToBeNew() {
    Message<?> message = CurrentUnitOfWork.get().getMessage();
    return message.getPayload() instanceof LedgerCommand command
        && command.beginsStream()
        && !message.getMetaData().containsKey(DomainCommandBus.LOOK_FIRST);
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
