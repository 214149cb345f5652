package org.accordledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * The ledger's place in one PostgreSQL database: appends by one committer, reads beside it, and
 * news of what other nodes append to the same database.
 */
public final class LedgerStore implements AutoCloseable {
  private static final String KEY =
      """
      select request_hash, stream_id, stream_version, first_position, last_position, recorded_at
      from ledger.idempotency where scope = ? and key = ?
      """;

  private final LedgerStoreConfig config;
  private final RuntimeConnections connections;
  private final HikariDataSource pool;
  private final Statements statements;
  private final News news;
  private final Listeners listeners = new Listeners();
  private final Committer committer;
  private final HeadListener headListener;

  private LedgerStore(
      RuntimeConnections connections, LedgerStoreConfig config, InstantSource clock, long size) {
    this.config = config;
    this.connections = connections;
    this.pool = pool(connections, config);
    this.statements = new Statements(pool);
    this.news = new News(size);
    this.committer = new Committer(connections, config, clock, news, listeners);
    this.headListener = new HeadListener(connections, news, listeners, committer::isOwn);
  }

  /**
   * Makes or upgrades the tables, and starts.
   *
   * @param database gives new connections as the owner of the database, not pooled (the store makes
   *     its own pool and changes the role of what it gets). The store sets its login timeout.
   * @throws StoreUnavailable when the database does not answer, is too old or holds another log
   */
  public static LedgerStore open(DataSource database, LedgerStoreConfig config) {
    return open(database, config, InstantSource.system());
  }

  static LedgerStore open(DataSource database, LedgerStoreConfig config, InstantSource clock) {
    if (database instanceof HikariDataSource) {
      throw new IllegalArgumentException(
          "The store makes its own pool: give it a data source that opens new connections.");
    }
    try {
      RuntimeConnections connections = new RuntimeConnections(database, config);
      long size = Schema.prepare(database, config.origin());
      LedgerStore store = new LedgerStore(connections, config, clock, size);
      store.committer.start();
      store.headListener.start();
      return store;
    } catch (SQLException e) {
      throw StoreUnavailable.down(e);
    }
  }

  private static HikariDataSource pool(RuntimeConnections connections, LedgerStoreConfig config) {
    HikariConfig settings = new HikariConfig();
    settings.setDataSource(connections);
    settings.setPoolName("ledger-reads");
    settings.setMaximumPoolSize(config.readConnections());
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(config.connectTimeout().toMillis());
    settings.setValidationTimeout(config.connectTimeout().toMillis());
    settings.setInitializationFailTimeout(-1);
    return new HikariDataSource(settings);
  }

  /** The events of the log. */
  public EventReader events() {
    return new EventReader(statements);
  }

  /** The contents beside the events. */
  public ContentStore contents() {
    return new ContentStore(statements);
  }

  /** A connection of its own for whoever publishes the log; the caller closes it. */
  public LogConnection logConnection() {
    return new LogConnection(connections);
  }

  /** The log's name. */
  public String origin() {
    return config.origin();
  }

  /** From now on this is called whenever the log has grown, on a thread of the store: be quick. */
  public void onGrowth(Runnable callback) {
    news.add(callback);
  }

  /** The callback is not called any more. */
  public void offGrowth(Runnable callback) {
    news.remove(callback);
  }

  /**
   * What was answered to a request under this key, so that a repeat need not be decided again.
   *
   * @throws KeyReusedForOtherRequest when the key stands for something else
   * @throws StoreUnavailable when the database does not answer
   */
  public Optional<Appended> answered(IdempotencyKey key) {
    return statements.query(
        KEY,
        statement -> {
          statement.setString(1, key.scope());
          statement.setString(2, key.key());
        },
        rows -> {
          if (!rows.next()) {
            return Optional.empty();
          }
          if (!Arrays.equals(rows.getBytes(1), key.requestHash())) {
            throw new KeyReusedForOtherRequest(key);
          }
          return Optional.of(CommitSession.appended(rows, 2));
        });
  }

  /** From now on this listener is told of every append. */
  public void listen(AppendListener listener) {
    listeners.add(listener);
  }

  /** How many events the log is known to have, without asking the database. */
  public long knownSize() {
    return news.size();
  }

  /** Whether appends are taken at the moment; false while the database is away. */
  public boolean available() {
    return committer.available();
  }

  CompletableFuture<Appended> append(List<NewEvent> events, AppendContext context) {
    Append append = new Append(events, context.idempotencyKey(), context.contents());
    committer.append(append);
    return append.answer();
  }

  Snapshots snapshots() {
    return new Snapshots(statements);
  }

  News news() {
    return news;
  }

  LedgerStoreConfig config() {
    return config;
  }

  /** Stores what was taken, then stops. */
  @Override
  public void close() {
    committer.close();
    headListener.close();
    news.close();
    pool.close();
  }
}
