package org.accordledger.bench.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.accordledger.projections.ViewsSchema;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of the system, durable as in production, on one port for all its lives. */
final class PostgresPart implements Part {
  private static final Duration START = Duration.ofSeconds(90);

  private final Path directory;
  private final Path log;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  PostgresPart(Path directory, Path log, int port) {
    this.directory = directory;
    this.log = log;
    this.port = port;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  int port() {
    return port;
  }

  @Override
  public synchronized void start() {
    try {
      release();
      server =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setPGStartupWait(START)
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "200")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives back what the library holds of a server, which may have died. */
  private void release() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** The postmaster with all its children. */
  @Override
  public synchronized void kill() {
    try {
      long pid = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst());
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> all =
          Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void stop() {
    try {
      release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database, reached without a proxy; the user is its superuser. */
  DataSource database(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser("postgres");
    source.setCurrentSchema(ViewsSchema.current().name());
    source.setConnectTimeout(5);
    return source;
  }

  @Override
  public void close() {
    stop();
  }
}
