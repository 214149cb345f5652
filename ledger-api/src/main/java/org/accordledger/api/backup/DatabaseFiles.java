package org.accordledger.api.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies the files of a running database as PostgreSQL's manual asks for ("Making a Base Backup
 * Using the Low Level API"): what it makes anew at a start is left out, what vanishes is no loss,
 * and the control file comes last.
 */
final class DatabaseFiles extends SimpleFileVisitor<Path> {
  private static final Set<String> MADE_ANEW =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "postmaster\\.pid|epg-lock|backup_label.*|tablespace_map.*|backup_manifest"
              + "|.*/?pgsql_tmp[^/]*|.*/?pg_internal\\.init[^/]*|[^/]*\\.tmp");

  private static final String CONTROL = "global/pg_control";

  private final Path database;
  private final Path backup;
  private final List<CopiedFile> files = new ArrayList<>();
  private final List<String> directories = new ArrayList<>();

  private DatabaseFiles(Path database, Path backup) {
    this.database = database;
    this.backup = backup;
  }

  /** Copies to {@code postgres/} in the backup. */
  static DatabaseFiles copy(Path database, Path backup) throws IOException {
    DatabaseFiles copied = new DatabaseFiles(database, backup);
    Files.walkFileTree(database, copied);
    copied.add(CONTROL);
    return copied;
  }

  List<CopiedFile> files() {
    return files;
  }

  List<String> directories() {
    return directories;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
      throws IOException {
    String name = name(directory);
    if (LEFT_OUT.matcher(name).matches()) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    directories.add(name.isEmpty() ? "postgres" : "postgres/" + name);
    if (!MADE_ANEW.contains(name)) {
      return FileVisitResult.CONTINUE;
    }
    if (name.equals("pg_wal")) {
      directories.add("postgres/pg_wal/archive_status");
    }
    return FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = name(file);
    if (attributes.isSymbolicLink()) {
      throw new BackupProblem(file + " is a link: back this database up with pg_basebackup");
    }
    if (!name.equals(CONTROL) && !LEFT_OUT.matcher(name).matches()) {
      add(name);
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(String name) throws IOException {
    try {
      files.add(CopiedFile.copy(database.resolve(name), backup, "postgres/" + name));
    } catch (NoSuchFileException vanished) {
      // its removal is in the write-ahead log
    }
  }

  private String name(Path path) {
    return database.relativize(path).toString().replace('\\', '/');
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
      throws IOException {
    if (failure == null || failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }
}
