package org.accordledger.api.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory that one running ledger owns. Everything secret in it is readable by its owner
 * alone. The lock is the operating system's: it ends with the process, however that ends.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "ledger.lock";
  private static final String ADDRESS = "address";
  private static final String PASSWORD = "database-password";
  private static final String TOKEN = "operator-token";

  private final Path path;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel lockFile, FileLock lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Makes the directory if it is missing and takes it for this process.
   *
   * @throws DataDirectoryProblem if another process has it, or it cannot be written
   */
  public static DataDirectory open(Path directory) {
    Path path = create(directory);
    FileChannel lockFile = null;
    try {
      lockFile =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = lockFile.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock == null) {
        throw inUse(path);
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      lockFile.truncate(0).write(ByteBuffer.wrap(pid), 0);
      return new DataDirectory(path, lockFile, lock);
    } catch (OverlappingFileLockException e) {
      closeQuietly(lockFile);
      throw inUse(path);
    } catch (IOException e) {
      closeQuietly(lockFile);
      throw unwritable(path);
    } catch (DataDirectoryProblem e) {
      closeQuietly(lockFile);
      throw e;
    }
  }

  private static Path create(Path directory) {
    if (directory.toString().isBlank()) {
      throw new DataDirectoryProblem("the data directory has no name: give one with --data");
    }
    Path path = directory.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(path)) {
        if (path.getParent() != null) {
          Files.createDirectories(path.getParent());
        }
        Files.createDirectory(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return path.toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw new DataDirectoryProblem(
          e.getFile() + " is a file, not a directory: choose another with --data");
    } catch (IOException e) {
      throw unwritable(path);
    }
  }

  private static DataDirectoryProblem unwritable(Path path) {
    return new DataDirectoryProblem(
        "the data directory "
            + path
            + " cannot be written: make it writable for this user or choose another with --data");
  }

  private static DataDirectoryProblem inUse(Path path) {
    String holder = read(path.resolve(LOCK)).map(pid -> " by process " + pid).orElse("");
    return new DataDirectoryProblem(
        "the data directory "
            + path
            + " is in use"
            + holder
            + ": stop that one or choose another with --data");
  }

  public Path path() {
    return path;
  }

  /** Leaves the address of the running server, so that commands on this machine find it. */
  public void announce(String address) {
    write(ADDRESS, address);
  }

  /** Keeps the token with which whoever may read this directory operates the ledger. */
  public void keepOperatorToken(String token) {
    write(TOKEN, token);
  }

  /** What {@link #keepOperatorToken} kept last; empty if this directory never held a token. */
  public Optional<String> operatorToken() {
    return read(operatorTokenFile());
  }

  /** Where {@link #keepOperatorToken} puts it. */
  public Path operatorTokenFile() {
    return path.resolve(TOKEN);
  }

  /**
   * The address of the server that runs on a directory; empty if none does, also where one ended
   * without taking its address away: by then, somebody else may listen there.
   */
  public static Optional<String> announced(Path directory) {
    return read(directory.resolve(LOCK))
        .filter(pid -> pid.matches("[0-9]{1,18}"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .filter(ProcessHandle::isAlive)
        .flatMap(holder -> read(directory.resolve(ADDRESS)));
  }

  /** The password of the database, made at random when it is first asked for. */
  String databasePassword() {
    return read(path.resolve(PASSWORD))
        .orElseGet(
            () -> {
              byte[] random = new byte[24];
              new SecureRandom().nextBytes(random);
              String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
              write(PASSWORD, password);
              return password;
            });
  }

  Path databasePasswordFile() {
    return path.resolve(PASSWORD);
  }

  static Optional<String> databasePassword(Path directory) {
    return read(directory.resolve(PASSWORD));
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Written beside and moved over, so that a reader never sees half of it. */
  private void write(String name, String text) {
    Path beside = path.resolve(name + ".new");
    try {
      Files.deleteIfExists(beside);
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(beside, text + "\n");
      Files.move(
          beside,
          path.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(path);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path.resolve(ADDRESS));
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      // the lock ends with the process in any case
      closeQuietly(lockFile);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException alreadyUseless) {
        // nothing depends on it any more
      }
    }
  }

  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
