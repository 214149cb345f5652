package org.accordledger.projections;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for all tests of this JVM, and a fresh database for whoever asks. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(String name, HikariDataSource pool) {
    this.name = name;
    this.pool = pool;
  }

  /** Migrated once; the fresh ones are copies of it. */
  private static final class Template {
    static final String NAME = migrated();

    private static String migrated() {
      TestDatabase database = created("template0");
      ViewsSchema.current().migrate(database.pool);
      database.pool.close();
      return database.name;
    }
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        // nothing here outlives the tests, so nothing waits for the disk
        return EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(1))
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new database with the tables of the views in it. */
  public static TestDatabase fresh() {
    return created(Template.NAME);
  }

  /** A new database with nothing in it. */
  static TestDatabase empty() {
    return created("template0");
  }

  /** The same database through connections that look in another schema; to be closed. */
  HikariDataSource lookingIn(ViewsSchema views) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(pool.getDataSource());
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    config.setSchema(views.name());
    return new HikariDataSource(config);
  }

  private static TestDatabase created(String template) {
    String name = "test_" + NUMBER.incrementAndGet();
    new JdbcTemplate(Server.POSTGRES.getPostgresDatabase())
        .execute("create database %s template %s".formatted(name, template));
    HikariConfig config = new HikariConfig();
    config.setDataSource(Server.POSTGRES.getDatabase("postgres", name));
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(2000);
    config.setSchema(ViewsSchema.current().name());
    return new TestDatabase(name, new HikariDataSource(config));
  }

  public HikariDataSource dataSource() {
    return pool;
  }

  /** Breaks every connection to this database, as a server that stops does. */
  void breakConnections() {
    var _ =
        new JdbcTemplate(Server.POSTGRES.getPostgresDatabase())
            .queryForList(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?", name);
  }

  @Override
  public void close() {
    pool.close();
    new JdbcTemplate(Server.POSTGRES.getPostgresDatabase())
        .execute("drop database %s with (force)".formatted(name));
  }
}
