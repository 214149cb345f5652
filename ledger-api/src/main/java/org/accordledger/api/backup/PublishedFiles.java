package org.accordledger.api.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.tile.TreeTiles;

/**
 * Copies the published log under the checkpoint that is served at the moment. It has to be copied
 * before the end of the backup of the database: what is published has to be in there.
 *
 * @param entries of the log that was copied
 * @param files what was copied now
 */
record PublishedFiles(long entries, List<CopiedFile> files) {
  /**
   * Where the files are that others take the place of: each time in a directory of their own, so
   * that an end in the middle leaves the former ones whole.
   */
  static final String CHANGING = "served/";

  private static final int TRIES = 5;

  /**
   * Copies to {@code log/} and {@code served/} in the backup.
   *
   * @param id of this time
   * @param known of files that never change, which are in the backup already
   */
  static PublishedFiles copy(Path log, Path backup, String id, Predicate<String> known)
      throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return copyOnce(log, backup, CHANGING + id + "-" + tried + "/", known);
      } catch (NoSuchFileException outgrown) {
        // a tile that was not full may have given way while a long log was copied
        if (tried == TRIES) {
          throw new BackupProblem(
              "the published log lacks "
                  + outgrown.getFile()
                  + ": start the ledger, which mends it");
        }
      }
    }
  }

  private static PublishedFiles copyOnce(
      Path log, Path backup, String changing, Predicate<String> known) throws IOException {
    SignedNote note;
    try {
      note = LogDirectory.at(log).checkpoint();
    } catch (AuditProblem e) {
      throw new BackupProblem(
          "nothing is published in " + log + " yet: start the ledger once (" + e.getMessage() + ")",
          e);
    }
    long entries = Checkpoint.parse(note.unverifiedText()).size();
    List<String> unchanging = new ArrayList<>();
    Stream.concat(
            TreeTiles.of(entries).map(tile -> tile.path()),
            TreeTiles.bundles(entries).map(bundle -> bundle.path()))
        .forEach(unchanging::add);
    unchanging.addAll(names(log, "keys"));
    List<CopiedFile> files = new ArrayList<>();
    for (String name : unchanging) {
      String path = "log/" + name;
      if (!known.test(path)) {
        files.add(replace(log.resolve(name), backup, path));
      }
    }
    for (Path key : LogDirectory.at(log).verifierKeys()) {
      files.add(CopiedFile.copy(key, backup, changing + key.getFileName()));
    }
    files.add(
        CopiedFile.write(new ByteArrayInputStream(note.bytes()), backup, changing + "checkpoint"));
    return new PublishedFiles(entries, files);
  }

  private static CopiedFile replace(Path from, Path backup, String path) throws IOException {
    Files.deleteIfExists(backup.resolve(path));
    return CopiedFile.copy(from, backup, path);
  }

  /** Where a file belongs in a data directory. */
  static String restored(String path) {
    return path.startsWith(CHANGING)
        ? "log/" + path.substring(path.indexOf('/', CHANGING.length()) + 1)
        : path;
  }

  private static List<String> names(Path log, String within) throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(log.resolve(within))) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(log.resolve(within), "*.{vkey,succession}")) {
        found.forEach(file -> names.add(within + "/" + file.getFileName()));
      }
    }
    return names;
  }
}
