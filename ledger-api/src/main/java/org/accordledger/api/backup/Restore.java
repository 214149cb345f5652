package org.accordledger.api.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.accordledger.api.embedded.DataDirectory;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.embedded.EmbeddedDatabase;
import org.accordledger.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Puts a backup back as a data directory. Everything is made beside the target, recovered and
 * verified there, and only then moved to it: no ledger starts on what was not verified.
 */
public final class Restore {
  private static final Duration RECOVERY = Duration.ofMinutes(5);

  /** PostgreSQL refuses the Z of RFC 3339 in this setting. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS+00").withZone(ZoneOffset.UTC);

  private static final String POSTGRES = "postgres";

  /**
   * What was restored.
   *
   * @param entries of the log
   * @param root of the tree over them, 32 bytes
   * @param published entries under the checkpoint of the backup
   * @param outside entries of the outside checkpoint; null if none was given
   */
  public record Report(long entries, byte[] root, long published, @Nullable Long outside) {}

  private final Path backup;
  private final Manifest manifest;

  /**
   * @param backup the directory of a whole backup
   * @throws BackupProblem if it is none
   */
  public Restore(Path backup) {
    this.backup = backup.toAbsolutePath().normalize();
    this.manifest = Manifest.read(this.backup);
  }

  /** The earliest time that can be restored to. */
  public Instant from() {
    return manifest.consistentFrom();
  }

  /** The latest time that can be restored to. */
  public Instant reaches() {
    return manifest.reaches();
  }

  /**
   * Restores.
   *
   * @param target the new data directory; absent or empty
   * @param until the time to stop at; null for everything the backup has
   * @param trusted key of the log; null takes the one in the backup
   * @param outside checkpoint that the restored log must continue; null rests on the backup alone
   * @throws BackupProblem or {@link org.accordledger.audit.AuditProblem} that names the first file
   *     that is damaged, or the first position that is missing or wrong
   */
  public Report to(
      Path target,
      @Nullable Instant until,
      @Nullable VerifierKey trusted,
      @Nullable OutsideCheckpoint outside) {
    requireReached(until);
    Path place = target.toAbsolutePath().normalize();
    try {
      Backup.makeEmpty(place);
      Path beside =
          Files.createTempDirectory(place.getParent(), place.getFileName() + ".restored-");
      Report report;
      try {
        copy(beside);
        if (until != null) {
          stopAt(beside.resolve(POSTGRES), until);
        }
      } catch (IOException | RuntimeException e) {
        FileSystemUtils.deleteRecursively(beside);
        throw e;
      }
      report = verified(beside, trusted, outside);
      Files.delete(place);
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      return report;
    } catch (IOException e) {
      throw new BackupProblem("the backup cannot be restored to " + target + ": " + e, e);
    }
  }

  private void requireReached(@Nullable Instant until) {
    if (until != null
        && (until.isBefore(manifest.consistentFrom()) || until.isAfter(manifest.reaches()))) {
      throw new BackupProblem(
          "the backup can be restored to times from %s to %s, and not to %s"
              .formatted(manifest.consistentFrom(), manifest.reaches(), until));
    }
  }

  private void copy(Path to) throws IOException {
    for (String directory : manifest.directories()) {
      Files.createDirectories(within(to, directory));
    }
    for (CopiedFile file : manifest.files()) {
      CopiedFile copied = copy(file, to);
      if (copied.bytes() != file.bytes() || !copied.sha256().equals(file.sha256())) {
        throw new BackupProblem(
            "the backup is damaged: " + within(backup, file.path()) + " is not what was backed up");
      }
    }
    Path database = to.resolve(POSTGRES);
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        to.resolve("database-password"), PosixFilePermissions.fromString("rw-------"));
  }

  private CopiedFile copy(CopiedFile file, Path to) throws IOException {
    try {
      Path from = within(backup, file.path());
      String path = restored(file.path());
      return CopiedFile.copy(from, to, to.relativize(within(to, path)).toString());
    } catch (NoSuchFileException e) {
      throw new BackupProblem("the backup is damaged: " + file.path() + " is missing", e);
    }
  }

  private static String restored(String path) {
    return path.startsWith("wal/")
        ? POSTGRES + "/pg_wal/" + path.substring("wal/".length())
        : PublishedFiles.restored(path);
  }

  /** A manifest that was tampered with leads nowhere else. */
  private static Path within(Path root, String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new BackupProblem("the backup is damaged: it names a file outside of it, " + path);
    }
    return file;
  }

  /** PostgreSQL reads its log up to this time and goes on from there as a new timeline. */
  private static void stopAt(Path database, Instant until) throws IOException {
    Files.createFile(database.resolve("recovery.signal"));
    Files.writeString(
        database.resolve("postgresql.auto.conf"),
        """
        # nothing has to be fetched: the segments are in pg_wal
        restore_command = 'false'
        recovery_target_time = '%s'
        recovery_target_action = 'promote'
        """
            .formatted(TIME.format(until)),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static Report verified(
      Path directory, @Nullable VerifierKey trusted, @Nullable OutsideCheckpoint outside) {
    RestoredLog log = new RestoredLog(directory.resolve("log"), trusted, outside);
    try (DataDirectory data = DataDirectory.open(directory);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, RECOVERY)) {
      DatabaseAccess access = database.access();
      Recovery.await(access, RECOVERY);
      Recovery.forget(access);
      return log.verify(access);
    } catch (RuntimeException e) {
      throw kept(directory, e);
    }
  }

  private static BackupProblem kept(Path directory, RuntimeException why) {
    return new BackupProblem(
        "%s (nothing was restored; what was refused is in %s for a look)"
            .formatted(why.getMessage(), directory),
        why);
  }

  /**
   * Puts the keys that sign the log into a restored data directory.
   *
   * @param keys copied by {@link Backup#takeKeys}
   * @param target that was restored
   */
  public static void keys(Path keys, Path target) {
    try {
      Path to = target.resolve("keys");
      Backup.makeEmpty(to.toAbsolutePath());
      Backup.copyKeys(keys, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
