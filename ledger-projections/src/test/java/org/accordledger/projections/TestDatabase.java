package org.accordledger.projections;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for all tests of this JVM, and a fresh database for whoever asks. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final HikariDataSource pool;

  private TestDatabase(HikariDataSource pool) {
    this.pool = pool;
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new database with the tables of the views in it. */
  public static TestDatabase fresh() {
    TestDatabase database = empty();
    ViewsSchema.migrate(database.pool);
    return database;
  }

  static TestDatabase empty() {
    String name = "views_" + NUMBER.incrementAndGet();
    new JdbcTemplate(Server.POSTGRES.getPostgresDatabase()).execute("create database " + name);
    HikariConfig config = new HikariConfig();
    config.setDataSource(Server.POSTGRES.getDatabase("postgres", name));
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(2000);
    return new TestDatabase(new HikariDataSource(config));
  }

  public HikariDataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
