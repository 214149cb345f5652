package org.accordledger.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.monitoring.NoOpMessageMonitor;

/** A store with its engine, as a node of the application has them. */
public record TestNode(LedgerStore store, LedgerEventStorageEngine engine, LedgerEventStore events)
    implements AutoCloseable {
  public static final String ORIGIN = "ledger.example/test";

  /** No test waits this long unless something is wrong, also on a machine that is busy. */
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  static {
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  public static TestNode on(DataSource database) {
    return on(database, config(), InstantSource.system());
  }

  static TestNode on(DataSource database, LedgerStoreConfig config, InstantSource clock) {
    LedgerStore store = LedgerStore.open(database, config, clock);
    LedgerEventStorageEngine engine =
        new LedgerEventStorageEngine(store, new NoteCodec(), new NoteCodec());
    return new TestNode(store, engine, new LedgerEventStore(engine, NoOpMessageMonitor.instance()));
  }

  /** Small batches to read, so that every test reads several. */
  static LedgerStoreConfig config() {
    return new LedgerStoreConfig(
        ORIGIN, 500, Duration.ofMillis(1), 10_000, 7, 4, PATIENCE, PATIENCE, PATIENCE);
  }

  /** Appends notes to a stream, the first as the version given. */
  public void append(String streamId, long version, String... texts) {
    engine.appendEvents(notes(streamId, version, texts));
  }

  static List<DomainEventMessage<Noted>> notes(String streamId, long version, String... texts) {
    return IntStream.range(0, texts.length)
        .<DomainEventMessage<Noted>>mapToObj(
            i ->
                new GenericDomainEventMessage<>("note", streamId, version + i, new Noted(texts[i])))
        .toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
