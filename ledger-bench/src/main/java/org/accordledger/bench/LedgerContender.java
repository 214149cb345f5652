package org.accordledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.LedgerEventStorageEngine;
import org.accordledger.store.LedgerEventStore;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.LedgerStoreConfig;
import org.accordledger.store.PayloadCodec;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.monitoring.NoOpMessageMonitor;

/** The ledger's own store with its defaults. */
final class LedgerContender implements Contender {
  private final LedgerStore store;
  private final HikariDataSource pool;
  private final CommandStack commands;
  private final Views views;

  LedgerContender(BenchDatabase database) {
    store = LedgerStore.open(database.direct(), LedgerStoreConfig.of("bench.invalid/ledger"));
    pool = database.views(8);
    PayloadCodec codec = new Codec(new EventCodec());
    LedgerEventStore events =
        new LedgerEventStore(
            new LedgerEventStorageEngine(store, codec, codec), NoOpMessageMonitor.INSTANCE);
    views = new Views(pool, events);
    commands = new CommandStack(events, NoTransactionManager.INSTANCE);
    commands.prepare();
  }

  @Override
  public String label() {
    return "ledger store";
  }

  @Override
  public CommandStack commands() {
    return commands;
  }

  /** What the publisher publishes. */
  LedgerStore store() {
    return store;
  }

  @Override
  public Lag catchUp(Duration limit) throws InterruptedException {
    return views.catchUp(limit);
  }

  @Override
  public void close() {
    commands.close();
    views.close();
    store.close();
    pool.close();
  }

  private record Codec(EventCodec codec) implements PayloadCodec {
    @Override
    public Encoded encode(Object event) {
      EncodedEvent encoded = codec.encode((LedgerEvent) event);
      return new Encoded(encoded.type(), encoded.payload());
    }

    @Override
    public Object decode(String type, byte[] payload) {
      return codec.decode(type, payload);
    }
  }
}
