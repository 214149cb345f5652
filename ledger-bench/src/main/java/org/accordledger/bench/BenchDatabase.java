package org.accordledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.accordledger.projections.ViewsSchema;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL for a run, durable as in production; every contender gets a database of its own.
 */
final class BenchDatabase implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final String name;

  private BenchDatabase(EmbeddedPostgres server, String name) {
    this.server = server;
    this.name = name;
  }

  static BenchDatabase start() throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(1))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    return new BenchDatabase(server, "postgres");
  }

  /** A new, empty database on the same server. */
  BenchDatabase create(String database) throws SQLException {
    try (Connection connection = direct().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    }
    return new BenchDatabase(server, database);
  }

  /** The settings that decide what durable costs, read back from the server. */
  String settings() throws SQLException {
    try (Connection connection = direct().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('server_version'), current_setting('fsync'),"
                    + " current_setting('synchronous_commit'),"
                    + " current_setting('shared_buffers')")) {
      row.next();
      return "PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s"
          .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
  }

  /** Its address; the user is {@code postgres}, and has no password. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
  }

  DataSource direct() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {server.getPort()});
    source.setDatabaseName(name);
    source.setUser("postgres");
    return source;
  }

  HikariDataSource pool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(direct());
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  /** Connections that look among the views. */
  HikariDataSource views(int connections) {
    HikariDataSource views = pool(connections);
    views.setSchema(ViewsSchema.current().name());
    return views;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
