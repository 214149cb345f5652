package org.accordledger.api.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.codec.LedgerJson;
import tools.jackson.core.JacksonException;

/**
 * What a backup holds, written last: a directory without it is no backup.
 *
 * @param format 1
 * @param madeAt when the base backup began
 * @param consistentFrom the earliest time that can be restored to
 * @param reaches the latest time that can be restored to
 * @param server version of PostgreSQL
 * @param slot the replication slot that keeps what comes next
 * @param lastWal name of the last segment of the write-ahead log
 * @param published entries of the published log
 * @param directories that have to be there, also empty
 * @param files everything else
 */
record Manifest(
    int format,
    Instant madeAt,
    Instant consistentFrom,
    Instant reaches,
    String server,
    String slot,
    String lastWal,
    long published,
    List<String> directories,
    List<CopiedFile> files) {
  static final int FORMAT = 1;
  private static final String FILE = "manifest.json";

  Manifest {
    directories = List.copyOf(directories);
    files = List.copyOf(files);
  }

  /** The same backup with more of the write-ahead log. */
  Manifest with(Instant until, String wal, long entries, List<CopiedFile> more) {
    List<CopiedFile> all = new ArrayList<>(files);
    all.removeIf(file -> file.path().startsWith(PublishedFiles.CHANGING));
    all.addAll(more);
    return new Manifest(
        format, madeAt, consistentFrom, until, server, slot, wal, entries, directories, all);
  }

  boolean has(String path) {
    return files.stream().anyMatch(file -> file.path().equals(path));
  }

  /**
   * Reads the manifest of a backup.
   *
   * @throws BackupProblem when there is none, or it was damaged
   */
  static Manifest read(Path backup) {
    Path file = backup.resolve(FILE);
    try {
      Manifest manifest = LedgerJson.mapper().readValue(Files.readAllBytes(file), Manifest.class);
      if (manifest.format() != FORMAT) {
        throw new BackupProblem(
            file + " is of format " + manifest.format() + ", and this version reads " + FORMAT);
      }
      return manifest;
    } catch (NoSuchFileException e) {
      throw new BackupProblem(
          backup + " is no whole backup: it has no manifest.json, which is written last");
    } catch (JacksonException e) {
      throw new BackupProblem("the backup is damaged: " + file + " cannot be read", e);
    } catch (IOException e) {
      throw new BackupProblem(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Written beside and moved over: there is the old one or the new one. */
  void write(Path backup) throws IOException {
    Path beside = backup.resolve(FILE + ".new");
    Files.deleteIfExists(beside);
    byte[] bytes = LedgerJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    try (var in = new java.io.ByteArrayInputStream(bytes)) {
      CopiedFile.write(in, backup, FILE + ".new");
    }
    Files.move(
        beside,
        backup.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
