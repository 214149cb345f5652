package org.accordledger.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this JVM, and its databases, used again when given back. */
public final class TestPostgres {
  private static final Deque<String> free = new ArrayDeque<>();
  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  private TestPostgres() {}

  private static EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running = EmbeddedPostgres.builder().setPGStartupWait(TestNode.PATIENCE).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = running;
    }
    return running;
  }

  public static synchronized PGSimpleDataSource take() {
    String name = free.poll();
    if (name == null) {
      databases++;
      name = "ledger_" + databases;
      try (Connection connection = server().getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
    return database(server().getPort(), name);
  }

  static synchronized void giveBack(PGSimpleDataSource database) {
    free.add(String.valueOf(database.getDatabaseName()));
  }

  /** The same database, as its superuser. */
  public static PGSimpleDataSource sameDatabase(PGSimpleDataSource source) {
    return database(source.getPortNumbers()[0], String.valueOf(source.getDatabaseName()));
  }

  public static PGSimpleDataSource database(int port, String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser("postgres");
    return source;
  }
}
