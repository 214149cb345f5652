package org.accordledger.audit.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.accordledger.audit.AuditProblem;

/**
 * Files that are there whole or not at all, also after a kill or a power cut: written under a
 * temporary name in the same directory, forced to the disk, renamed.
 */
public final class DurableFile {
  /** How a temporary name ends; nothing that reads the directory takes such a file for one. */
  public static final String TEMPORARY = ".part";

  private DurableFile() {}

  /**
   * Writes a file, or replaces it.
   *
   * @throws AuditProblem when it cannot be written
   */
  public static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(directory(file));
      Path part = temporary(file);
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      place(part, file);
    } catch (IOException e) {
      throw new AuditProblem(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Gives a complete file that lies beside it its name.
   *
   * @param part already forced to the disk
   */
  public static void place(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(directory(file));
  }

  /** A name beside the file that nothing has yet, for what is to become it. */
  public static Path temporary(Path file) {
    return directory(file).resolve(file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
  }

  /** The directory of a file. */
  public static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new AuditProblem(file + " is not the name of a file");
    }
    return parent;
  }

  /** Forces a file, or the names in a directory, to the disk. */
  public static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
