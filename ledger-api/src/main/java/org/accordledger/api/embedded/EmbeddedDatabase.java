package org.accordledger.api.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL in a data directory. It listens on loopback alone, on a free port, and nobody gets
 * in without the directory's password. What it acknowledged is on disk.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final Duration START = Duration.ofSeconds(90);

  private final EmbeddedPostgres postgres;
  private final DatabaseAccess access;

  private EmbeddedDatabase(EmbeddedPostgres postgres, DatabaseAccess access) {
    this.postgres = postgres;
    this.access = access;
  }

  /**
   * Starts it, with what an earlier run stored.
   *
   * @param directory owned by this process
   * @throws DataDirectoryProblem if it does not start
   */
  public static EmbeddedDatabase start(DataDirectory directory) {
    Path database = directory.path().resolve("postgres");
    Path log = directory.path().resolve("postgres.log");
    new Postmaster(database).clear();
    setAsideIfHalfMade(database);
    String password = directory.databasePassword();
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(database)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOverrideWorkingDirectory(binaries(directory).toFile())
              .setPGStartupWait(START)
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              // these three go to initdb: the library offers no other way to pass it options
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", directory.databasePasswordFile().toString())
              .setLocaleConfig("locale", "C")
              .setConnectConfig("password", password)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              // the library's defaults suit throw-away tests
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "256MB")
              .setServerConfig("max_wal_size", "2GB")
              .start();
      return new EmbeddedDatabase(postgres, access(postgres.getPort(), password));
    } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
      new Postmaster(database).clear();
      throw new DataDirectoryProblem(
          "the database in "
              + database
              + " does not start ("
              + lastWords(log).orElse(String.valueOf(e.getMessage()))
              + "): "
              + log
              + " says more; LEDGER_DB_URL can name another PostgreSQL instead");
    }
  }

  /** How to reach the database that runs on a directory; empty if none does. */
  public static Optional<DatabaseAccess> running(Path directory) {
    Path real;
    try {
      real = directory.toRealPath();
    } catch (IOException absent) {
      return Optional.empty();
    }
    return new Postmaster(real.resolve("postgres"))
        .port()
        .flatMap(
            port -> DataDirectory.databasePassword(real).map(password -> access(port, password)));
  }

  public DatabaseAccess access() {
    return access;
  }

  private static DatabaseAccess access(int port, String password) {
    return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
  }

  /**
   * A database whose making was interrupted has never started and holds nothing. It is moved aside,
   * not removed.
   */
  private static void setAsideIfHalfMade(Path database) {
    if (!Files.isDirectory(database) || Files.exists(database.resolve("postmaster.opts"))) {
      return;
    }
    try {
      int number = 1;
      Path aside = database.resolveSibling("postgres.incomplete");
      while (DataDirectory.exists(aside)) {
        aside = database.resolveSibling("postgres.incomplete-" + ++number);
      }
      Files.move(database, aside);
    } catch (IOException e) {
      throw new DataDirectoryProblem(
          database + " was never finished and cannot be moved aside: move it by hand");
    }
  }

  /** The programs are unpacked once per user, in a directory that nobody else can enter. */
  private static Path binaries(DataDirectory directory) {
    String cache = System.getenv("XDG_CACHE_HOME");
    String home = System.getProperty("user.home");
    List<Path> places =
        List.of(
            (cache == null || cache.isBlank() ? Path.of(home, ".cache") : Path.of(cache))
                .resolve("accord-ledger"),
            directory.path().resolve("programs"));
    for (Path place : places) {
      try {
        Files.createDirectories(place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        Path binaries = place.resolve("postgresql");
        Files.createDirectories(binaries);
        return binaries;
      } catch (IOException | UnsupportedOperationException notThere) {
        // the next place may do
      }
    }
    throw new DataDirectoryProblem(
        directory.path() + " has no room for the database programs: choose another with --data");
  }

  private static Optional<String> lastWords(Path log) {
    try {
      return Files.readAllLines(log).reversed().stream()
          .filter(line -> line.contains("FATAL") || line.contains("error:"))
          .findFirst()
          .map(line -> line.replaceAll("^.*?(FATAL|error): *", ""));
    } catch (IOException | UncheckedIOException noLog) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
