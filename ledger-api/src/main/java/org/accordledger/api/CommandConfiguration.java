package org.accordledger.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.accordledger.api.bus.AccordTermsReader;
import org.accordledger.api.bus.AggregateCache;
import org.accordledger.api.bus.DomainCommandBus;
import org.accordledger.api.bus.ElectionReader;
import org.accordledger.api.bus.OtherCaseReader;
import org.accordledger.api.commands.CommandMeters;
import org.accordledger.api.commands.LedgerCommands;
import org.accordledger.api.metrics.MessageMeters;
import org.accordledger.api.tracing.Tracing;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.AppendListener;
import org.accordledger.store.LedgerEventStore;
import org.accordledger.store.LedgerStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command side over the ledger's store. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {
  private static final int STATES_KEPT = 20_000;

  @Bean
  AccordTermsReader accordTerms(LedgerStore store, EventCodec codec) {
    AccordTermsReader terms = new AccordTermsReader(id -> store.events().readStream(id, 0), codec);
    store.listen(terms);
    return terms;
  }

  @Bean
  OtherCaseReader otherCases(LedgerStore store, EventCodec codec) {
    return new OtherCaseReader(id -> store.events().readStream(id, 0), codec);
  }

  @Bean
  ElectionReader elections(LedgerStore store, EventCodec codec) {
    return new ElectionReader(id -> store.events().readStream(id, 0), codec);
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
    return Executors.newCachedThreadPool(Thread.ofPlatform().name("command-", 0).factory());
  }

  @Bean
  CommandBus commandBus(
      ExecutorService commandThreads,
      LedgerEventStore eventStore,
      AggregateCache cache,
      AccordTermsReader terms,
      OtherCaseReader cases,
      ElectionReader elections,
      MeterRegistry registry,
      Tracing tracing) {
    return DomainCommandBus.over(
        eventStore,
        cache,
        terms,
        cases,
        elections,
        commandThreads,
        NoTransactionManager.INSTANCE,
        MessageMeters.ofCommands(registry),
        tracing.axon());
  }

  @Bean
  LedgerCommands ledgerCommands(CommandBus bus, MeterRegistry registry) {
    return new LedgerCommands(bus, new CommandMeters(registry));
  }
}
