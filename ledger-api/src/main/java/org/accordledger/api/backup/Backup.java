package org.accordledger.api.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.accordledger.api.embedded.DatabaseAccess;

/**
 * A backup of a data directory in a directory of its own, which its owner alone can enter: it holds
 * the whole database. The keys that sign the log are never in it.
 */
public final class Backup {
  /** With it, whoever has the backup opens the database that is restored from it. */
  private static final String PASSWORD = "database-password";

  /**
   * What was backed up.
   *
   * @param published entries of the published log
   * @param reaches the latest time that can be restored to
   * @param bytes that were copied now
   */
  public record Report(long published, Instant reaches, long bytes) {}

  private final Path data;
  private final Path directory;

  /**
   * @param data the ledger's data directory
   * @param directory of the backup
   */
  public Backup(Path data, Path directory) {
    this.data = data.toAbsolutePath().normalize();
    this.directory = directory.toAbsolutePath().normalize();
    if (this.directory.startsWith(this.data)) {
      throw new BackupProblem(
          directory + " is inside of the data directory: a backup belongs elsewhere");
    }
  }

  /**
   * Takes a whole backup while the database runs.
   *
   * @throws BackupProblem if the directory is not empty, or it cannot be done
   */
  public Report take(DatabaseAccess access) {
    try (BackupSession session = new BackupSession(access)) {
      makeEmpty(directory);
      String slot = session.keepLog(randomId());
      boolean taken = false;
      try {
        Manifest base = base(session, slot);
        Report report = complete(session, base, bytes(base.files()));
        taken = true;
        // not before: until there is another backup, additions to the last one go on
        session.keepLogForNoneBut(slot);
        return report;
      } finally {
        if (!taken) {
          session.forget(slot);
        }
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Manifest base(BackupSession session, String slot) throws IOException {
    Instant madeAt = session.now();
    session.begin();
    DatabaseFiles database = DatabaseFiles.copy(data.resolve("postgres"), directory);
    BackupSession.End end = session.end();
    Instant consistent = session.now();
    List<CopiedFile> files = new ArrayList<>(database.files());
    byte[] label = end.label().getBytes(StandardCharsets.UTF_8);
    files.add(
        CopiedFile.write(new ByteArrayInputStream(label), directory, "postgres/backup_label"));
    files.add(CopiedFile.copy(data.resolve(PASSWORD), directory, PASSWORD));
    // wherever the backup is moved to
    Files.setPosixFilePermissions(
        directory.resolve(PASSWORD), PosixFilePermissions.fromString("rw-------"));
    files.addAll(segments(end.first(), end.last()));
    return new Manifest(
        Manifest.FORMAT,
        madeAt,
        consistent,
        consistent,
        session.server(),
        slot,
        end.last().name(),
        0,
        database.directories(),
        files);
  }

  /**
   * Adds the write-ahead log and what was published since to a backup.
   *
   * @throws BackupProblem if the database does not have all of it any more, or it cannot be done
   */
  public Report add(DatabaseAccess access) {
    Manifest manifest = Manifest.read(directory);
    try (BackupSession session = new BackupSession(access)) {
      if (!session.keeps(manifest.slot())) {
        throw new BackupProblem(
            "the database no longer keeps what comes after the backup in "
                + directory
                + ": it is of another database, there is a later one, or it waited too long; take a"
                + " new backup");
      }
      return complete(session, manifest, 0);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Up to now: what a restore can stop at, and at the latest. */
  private Report complete(BackupSession session, Manifest begun, long before) throws IOException {
    PublishedFiles published =
        PublishedFiles.copy(data.resolve("log"), directory, randomId(), begun::has);
    Instant reaches = session.now();
    session.mark();
    String position = session.completeSegment();
    WalSegment last = session.segment(position);
    WalSegment have = new WalSegment(begun.lastWal());
    List<CopiedFile> more = new ArrayList<>(published.files());
    if (have.before(last)) {
      more.addAll(segments(have.next(), last));
    }
    begun.with(reaches, last.name(), published.entries(), more).write(directory);
    // only now may the database forget them
    session.let(begun.slot(), position);
    return new Report(published.entries(), reaches, before + bytes(more));
  }

  private List<CopiedFile> segments(WalSegment first, WalSegment last) throws IOException {
    List<CopiedFile> copied = new ArrayList<>();
    for (WalSegment one = first; !last.before(one); one = one.next()) {
      Path from = data.resolve("postgres/pg_wal").resolve(one.name());
      if (!Files.exists(from)) {
        throw new BackupProblem(
            "the database no longer has " + one.name() + " of its log: take a new backup");
      }
      String path = "wal/" + one.name();
      Files.deleteIfExists(directory.resolve(path));
      copied.add(CopiedFile.copy(from, directory, path));
    }
    return copied;
  }

  /**
   * Copies the keys that sign the log into a directory of their own.
   *
   * @param keys where to; must not be in the backup
   */
  public void takeKeys(Path keys) {
    Path to = keys.toAbsolutePath().normalize();
    if (to.startsWith(directory) || directory.startsWith(to)) {
      throw new BackupProblem(
          "keys do not belong beside a backup: whoever gets hold of both can forge the log;"
              + " name another directory with --keys");
    }
    try {
      makeEmpty(to);
      copyKeys(data.resolve("keys"), to);
    } catch (IOException e) {
      throw new BackupProblem("the keys cannot be copied to " + keys + ": " + e, e);
    }
  }

  static void copyKeys(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        Files.createFile(
            to.resolve(name),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(to.resolve(name), Files.readAllBytes(file));
      }
    }
  }

  /** Makes a directory that its owner alone can enter; nothing is ever written over. */
  static void makeEmpty(Path directory) throws IOException {
    try {
      Path parent = directory.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException exists) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
        if (files.iterator().hasNext()) {
          throw new BackupProblem(
              directory + " is not empty, and nothing is written over: name a new directory");
        }
      }
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  private static String randomId() {
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static long bytes(List<CopiedFile> files) {
    return files.stream().mapToLong(CopiedFile::bytes).sum();
  }

  private BackupProblem unwritable(IOException e) {
    return new BackupProblem("the backup in " + directory + " cannot be written: " + e, e);
  }
}
