package org.accordledger.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The database process as its files show it. Only the owner of the data directory's lock may stop
 * one: it is then an orphan whose parent was killed.
 */
final class Postmaster {
  private static final int PORT_LINE = 3;

  private final Path database;

  Postmaster(Path database) {
    this.database = database;
  }

  /** The port of the process that runs on the database; empty if none does. */
  Optional<Integer> port() {
    List<String> lines = pidFile();
    return process().isPresent() && lines.size() > PORT_LINE
        ? Optional.of(lines.get(PORT_LINE).strip())
            .filter(port -> port.matches("[0-9]{1,5}"))
            .map(Integer::valueOf)
        : Optional.empty();
  }

  /** Ends an orphan in good order, and clears away what a dead one left. */
  void clear() {
    process().ifPresent(this::stop);
    try {
      Files.deleteIfExists(pidFilePath());
    } catch (IOException e) {
      throw new DataDirectoryProblem(
          pidFilePath()
              + " is left from a killed database and cannot be removed: remove it by hand");
    }
  }

  private void stop(ProcessHandle orphan) {
    try {
      // SIGINT: PostgreSQL disconnects everybody and shuts down cleanly
      new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid())).start().waitFor();
      orphan.onExit().get(60, TimeUnit.SECONDS);
    } catch (IOException | TimeoutException | ExecutionException e) {
      orphan.destroyForcibly();
      orphan.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The live process that the pid file names, if it is a database on this very directory. */
  Optional<ProcessHandle> process() {
    List<String> lines = pidFile();
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    boolean postgres = info.command().map(c -> c.endsWith("/postgres")).orElse(false);
    boolean here =
        info.arguments()
            .map(arguments -> Arrays.asList(arguments).contains(database.toString()))
            .orElse(false);
    return postgres && here;
  }

  private Path pidFilePath() {
    return database.resolve("postmaster.pid");
  }

  private List<String> pidFile() {
    try {
      return Files.readAllLines(pidFilePath());
    } catch (IOException none) {
      return List.of();
    }
  }
}
