package org.accordledger.api;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.accordledger.api.commands.LedgerCommands;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.accord.AccordAggregate;
import org.accordledger.core.cases.CaseAggregate;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.AppendListener;
import org.accordledger.store.LedgerEventStore;
import org.accordledger.store.LedgerStore;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The command side of Axon, wired by hand: its auto-configuration would fall back to in-memory
 * parts without a word.
 */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {
  private static final long STATES_KEPT = 20_000;

  @Bean
  AccordTermsReader accordTerms(LedgerStore store, EventCodec codec) {
    AccordTermsReader terms = new AccordTermsReader(store.events(), codec);
    store.listen(terms);
    return terms;
  }

  @Bean
  AggregateCache aggregateCache(LedgerStore store) {
    AggregateCache cache = new AggregateCache(STATES_KEPT);
    store.listen(
        new AppendListener() {
          @Override
          public void appended(Set<String> streamIds) {
            // the aggregate that appended is the one in the cache
          }

          @Override
          public void appendedElsewhere() {
            cache.removeAll();
          }
        });
    return cache;
  }

  /** Closing it lets the commands under way finish. */
  @Bean
  ExecutorService commandThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("command-", 0).factory());
  }

  @Bean
  CommandBus commandBus(
      ExecutorService commandThreads,
      LedgerEventStore eventStore,
      AggregateCache cache,
      AccordTermsReader terms) {
    CommandBus bus = AsynchronousCommandBus.builder().executor(commandThreads).build();
    subscribe(AccordAggregate.class, bus, eventStore, cache, terms);
    subscribe(CaseAggregate.class, bus, eventStore, cache, terms);
    return bus;
  }

  private static <T> void subscribe(
      Class<T> type,
      CommandBus bus,
      LedgerEventStore eventStore,
      AggregateCache cache,
      AccordTermsReader terms) {
    ParameterResolverFactory parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(type),
            new SimpleResourceParameterResolverFactory(List.of(terms)));
    Repository<T> repository = new StreamRepository<>(type, eventStore, cache, parameters);
    var _ =
        AggregateAnnotationCommandHandler.<T>builder()
            .aggregateType(type)
            .parameterResolverFactory(parameters)
            .commandTargetResolver(CommandConfiguration::target)
            .repository(repository)
            .build()
            .subscribe(bus);
  }

  private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
    LedgerCommand command = (LedgerCommand) message.getPayload();
    Object expected = message.getMetaData().get(LedgerCommands.EXPECTED_VERSION);
    return new VersionedAggregateIdentifier(
        (Object) command.streamId(), expected instanceof Long version ? version : null);
  }

  @Bean
  LedgerCommands ledgerCommands(CommandBus bus) {
    return new LedgerCommands(bus);
  }
}
