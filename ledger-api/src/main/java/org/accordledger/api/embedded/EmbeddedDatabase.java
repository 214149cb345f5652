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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL in a data directory. It listens on loopback alone, on a free port, and nobody gets
 * in without the directory's password. What it acknowledged is on disk. Should it end before it is
 * closed, it is started again at the same address.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(5);
  private static final int ANY_PORT = 0;
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final DataDirectory directory;
  private final Postmaster postmaster;
  private final DatabaseAccess access;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("database-watch").factory());
  // both are guarded by this
  private EmbeddedPostgres postgres;
  private boolean closed;

  private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres postgres) {
    this.directory = directory;
    this.postmaster = new Postmaster(database(directory));
    this.postgres = postgres;
    this.access = access(postgres.getPort(), directory.databasePassword());
  }

  /**
   * Starts it, with what an earlier run stored.
   *
   * @param directory owned by this process
   * @throws DataDirectoryProblem if it does not start
   */
  public static EmbeddedDatabase start(DataDirectory directory) {
    return start(directory, START);
  }

  /**
   * Starts one that has much to recover.
   *
   * @param patience how long it may take until it answers
   * @throws DataDirectoryProblem if it does not start
   */
  public static EmbeddedDatabase start(DataDirectory directory, Duration patience) {
    setAsideIfHalfMade(database(directory));
    EmbeddedDatabase started =
        new EmbeddedDatabase(directory, launch(directory, ANY_PORT, patience));
    started.watch();
    return started;
  }

  private static Path database(DataDirectory directory) {
    return directory.path().resolve("postgres");
  }

  private static EmbeddedPostgres launch(DataDirectory directory, int port, Duration patience) {
    Path database = database(directory);
    Path log = directory.path().resolve("postgres.log");
    new Postmaster(database).clear();
    String password = directory.databasePassword();
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setDataDirectory(database)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setOverrideWorkingDirectory(binaries(directory).toFile())
          .setPGStartupWait(patience)
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
          // its log quotes no row that it refused
          .setServerConfig("log_error_verbosity", "terse")
          // what a backup that nobody adds to any more may keep from being removed
          .setServerConfig("max_slot_wal_keep_size", "4GB")
          .start();
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

  private void watch() {
    Optional<ProcessHandle> process = postmaster.process();
    if (process.isPresent()) {
      var _ = process.get().onExit().thenRunAsync(this::startAgain, watch);
    }
  }

  /** The watch's only thread: the port stays the same, so that every pool finds it again. */
  private synchronized void startAgain() {
    if (closed) {
      return;
    }
    LOG.error("The embedded database has ended without being asked to; it is started again.");
    try {
      // gives back what the library holds of the one that ended
      postgres.close();
      postgres = launch(directory, postgres.getPort(), START);
      LOG.info("The embedded database runs again.");
      watch();
    } catch (IOException | DataDirectoryProblem e) {
      LOG.error("The embedded database does not start again yet: {}", e.getMessage());
      var _ = watch.schedule(this::startAgain, BEFORE_NEXT_TRY.toSeconds(), TimeUnit.SECONDS);
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
  public synchronized void close() {
    closed = true;
    watch.shutdownNow();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
