package org.accordledger.api;

import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.LedgerEventStorageEngine;
import org.accordledger.store.LedgerEventStore;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.LedgerStoreConfig;
import org.axonframework.monitoring.NoOpMessageMonitor;
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
    database.setApplicationName("accord-ledger-store");
    return LedgerStore.open(database, LedgerStoreConfig.of(settings.origin()));
  }

  @Bean
  LedgerEventStore ledgerEventStore(LedgerStore store, EventCodec codec) {
    EventPayloads payloads = new EventPayloads(codec);
    return new LedgerEventStore(
        new LedgerEventStorageEngine(store, payloads, payloads), NoOpMessageMonitor.instance());
  }
}
