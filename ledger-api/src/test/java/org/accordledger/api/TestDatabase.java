package org.accordledger.api;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
          .setPGStartupWait(Duration.ofMinutes(1))
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
    return newDatabase("localhost/ledger");
  }

  /** The same, for a log of this name. */
  public static LedgerSettings newDatabase(String origin) {
    String name = "ledger_" + NUMBER.incrementAndGet();
    new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name);
    return settings(name, dataDirectory(), origin);
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

  /**
   * Another node on the database of a ledger that has run: with a data directory of its own and the
   * same keys.
   */
  public static LedgerSettings beside(LedgerSettings original) {
    String url = original.databaseUrl();
    Path data = dataDirectory();
    copy(original.dataDirectory().resolve("keys"), data.resolve("keys"));
    return settings(url.substring(url.lastIndexOf('/') + 1), data);
  }

  /** The same node, whose way to the database is another port of this machine. */
  static LedgerSettings through(int port, LedgerSettings original) {
    return LedgerSettings.of(
        Map.of(
            "ledger.db-url",
            original.databaseUrl().replace(":" + SERVER.getPort() + "/", ":" + port + "/"),
            "ledger.port",
            "0",
            "ledger.data-directory",
            original.dataDirectory().toString()));
  }

  /** Where the database listens. */
  static int port() {
    return SERVER.getPort();
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
    return settings(name, data, "localhost/ledger");
  }

  private static LedgerSettings settings(String name, Path data, String origin) {
    return LedgerSettings.of(
        Map.of(
            "ledger.db-url",
            "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name,
            "ledger.port",
            "0",
            "ledger.data-directory",
            data.toString(),
            "ledger.origin",
            origin));
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
