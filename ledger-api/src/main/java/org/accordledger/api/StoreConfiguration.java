package org.accordledger.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.accordledger.api.metrics.MessageMeters;
import org.accordledger.api.metrics.StoreMeters;
import org.accordledger.api.tracing.Tracing;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.LedgerEventStorageEngine;
import org.accordledger.store.LedgerEventStore;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.LedgerStoreConfig;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of events. Its beans can only be made while the database answers: see Opening. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
  @Bean
  EventCodec eventCodec() {
    return new EventCodec();
  }

  @Bean
  LedgerStore ledgerStore(LedgerSettings settings) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(settings.databaseUrl());
    database.setUser(settings.databaseUser());
    database.setPassword(settings.databasePassword());
    // it quotes the row that was refused, and messages end in the log
    database.setLogServerErrorDetail(false);
    database.setApplicationName("accord-ledger-store");
    return LedgerStore.open(database, LedgerStoreConfig.of(settings.origin()));
  }

  @Bean
  StoreMeters storeMeters(LedgerStore store, MeterRegistry registry) {
    return StoreMeters.of(store, registry);
  }

  @Bean
  LedgerEventStore ledgerEventStore(
      LedgerStore store, EventCodec codec, MeterRegistry registry, Tracing tracing) {
    EventPayloads payloads = new EventPayloads(codec);
    return new LedgerEventStore(
        new LedgerEventStorageEngine(store, payloads, payloads),
        MessageMeters.ofEvents(registry),
        tracing.axon());
  }
}
