package org.accordledger.audit.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.accordledger.audit.AuditProblem;

/** Keeps a directory for one process at a time. A kill releases it. */
public final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  /**
   * Takes the lock.
   *
   * @param directory made if it is not there
   * @param who has it, for whoever comes second
   * @throws AuditProblem when somebody has it
   */
  public DirectoryLock(Path directory, String who) {
    Path file = directory.resolve(".lock");
    try {
      Files.createDirectories(directory);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new AuditProblem(file + " cannot be written: " + e.getMessage(), e);
    }
    if (!taken()) {
      close();
      throw new AuditProblem("another " + who + " is at work in " + directory);
    }
  }

  private boolean taken() {
    try {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new AuditProblem("the lock cannot be released: " + e.getMessage(), e);
    }
  }
}
