package org.accordledger.api;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL for all tests of this JVM; each caller gets a database of its own on it. */
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("fsync", "off")
          .setServerConfig("max_connections", "200")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of an application on a new, empty database and a free port. */
  public static LedgerSettings newDatabase() {
    String name = "ledger_" + NUMBER.incrementAndGet();
    new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
    return settings(name, dataDirectory());
  }

  /**
   * A copy of a database nobody is connected to, with a copy of its data directory.
   *
   * @return settings of an application on the copies
   */
  public static LedgerSettings copyOf(LedgerSettings original) {
    String url = original.databaseUrl();
    String name = "ledger_" + NUMBER.incrementAndGet();
    new JdbcTemplate(SERVER.getPostgresDatabase())
        .execute(
            "create database %s template %s"
                .formatted(name, url.substring(url.lastIndexOf('/') + 1)));
    Path data = dataDirectory();
    copy(original.dataDirectory(), data);
    return settings(name, data);
  }

  /** Copies a directory with everything in it. */
  public static void copy(Path from, Path to) {
    try {
      FileSystemUtils.copyRecursively(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LedgerSettings settings(String name, Path data) {
    return LedgerSettings.of(
        Map.of(
            "ledger.db-url",
            "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name,
            "ledger.port",
            "0",
            "ledger.data-directory",
            data.toString()));
  }

  /** A database's log has keys and files of its own, which have to be found again. */
  private static Path dataDirectory() {
    try {
      Path target = Files.createDirectories(Path.of("target", "test-data"));
      return Files.createTempDirectory(target, "ledger-").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
