package org.accordledger.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A PostgreSQL of its own with durable settings, which dies by kill -9 and starts again. */
final class KillablePostgres implements AutoCloseable {
  private final Path directory;
  private EmbeddedPostgres server;

  KillablePostgres(Path directory) throws IOException {
    this.directory = directory;
    this.server = start(0);
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            // what was killed reads its log again first, which takes a busy disk longer than the
            // default
            .setPGStartupWait(TestNode.PATIENCE)
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on");
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  int port() {
    return server.getPort();
  }

  DataSource database() {
    return TestPostgres.database(server.getPort(), "postgres");
  }

  /** Kills the postmaster of this data directory and all its children, and waits until all died. */
  void kill() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  void startAgain() throws IOException {
    int port = server.getPort();
    server.close();
    server = start(port);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
