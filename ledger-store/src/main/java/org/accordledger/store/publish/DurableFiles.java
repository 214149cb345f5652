package org.accordledger.store.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are there whole or not at all, also after a power failure: written under another name
 * in the same directory, forced to the disk and renamed. Where a file cannot be made anew, the
 * directory is forced, too.
 */
final class DurableFiles {
  /** How names end that nothing was renamed to yet; no file of the log ends so. */
  private static final String TEMPORARY = ".new";

  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final FileAttribute<?>[] ANYBODY = {};
  private static final FileAttribute<?>[] OWNER_ALONE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private DurableFiles() {}

  static void write(Path file, byte[] bytes) {
    write(file, bytes, ANYBODY);
  }

  /** Writes a file that only its owner can read, from its first byte on. */
  static void writeSecret(Path file, byte[] bytes) {
    write(file, bytes, OWNER_ALONE);
  }

  private static void write(Path file, byte[] bytes, FileAttribute<?>[] attributes) {
    Path directory = parent(file);
    makeDirectory(directory);
    writeWhole(file, bytes, attributes);
    force(directory);
  }

  /**
   * Writes a file that can be made anew: a name never stands for half of it, but after a power
   * failure there may be no name.
   */
  static void writeRenewable(Path file, byte[] bytes) {
    try {
      Files.createDirectories(parent(file));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
    writeWhole(file, bytes, ANYBODY);
  }

  private static void writeWhole(Path file, byte[] bytes, FileAttribute<?>[] attributes) {
    Path temporary = parent(file).resolve(file.getFileName() + TEMPORARY);
    try {
      Files.deleteIfExists(temporary);
      try (FileChannel channel = FileChannel.open(temporary, NEW, attributes)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  static void makeDirectory(Path directory) {
    try {
      makeDirectory(directory, ANYBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be made: " + e.getMessage(), e);
    }
  }

  /** Makes a directory that only its owner can enter, or makes it so. */
  static void makeSecretDirectory(Path directory) {
    Set<PosixFilePermission> ownerAlone = PosixFilePermissions.fromString("rwx------");
    try {
      makeDirectory(directory, PosixFilePermissions.asFileAttribute(ownerAlone));
      if (!Files.getPosixFilePermissions(directory).equals(ownerAlone)) {
        Files.setPosixFilePermissions(directory, ownerAlone);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be made: " + e.getMessage(), e);
    }
  }

  private static void makeDirectory(Path directory, FileAttribute<?>... attributes)
      throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path above = parent(directory);
    makeDirectory(above);
    Files.createDirectory(directory, attributes);
    force(above);
  }

  /** The bytes of a file; empty when there is none. */
  static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  static void delete(Path file) {
    try {
      if (Files.deleteIfExists(file)) {
        force(parent(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be deleted: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Deletes what an end in the middle of a write left behind, at any depth. */
  static void deleteUnfinished(Path directory) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (file.toString().endsWith(TEMPORARY)) {
                Files.delete(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void force(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be forced: " + e.getMessage(), e);
    }
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("the root of the file system is no place for a log");
    }
    return parent;
  }
}
