package org.accordledger.api.backup;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Progress;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.audit.trust.TrustedKey;
import org.accordledger.audit.verify.Verdict;
import org.accordledger.audit.verify.Verification;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.LedgerStoreConfig;
import org.accordledger.store.LogConnection;
import org.accordledger.store.LogState;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Verifies a restored ledger before anything is signed: the published files as an auditor does,
 * then every entry of the database against them, against what it signed itself, and against the
 * outside.
 */
final class RestoredLog {
  private final LogDirectory log;
  private final KeyChain keys;
  private final @Nullable OutsideCheckpoint outside;

  /**
   * @param files the restored {@code log} directory
   * @param trusted the log's key; null takes the one in the backup
   */
  RestoredLog(Path files, @Nullable VerifierKey trusted, @Nullable OutsideCheckpoint outside) {
    this.log = LogDirectory.at(files);
    this.outside = outside;
    VerifierKey key = trusted == null ? own(files) : trusted;
    this.keys = KeyChain.withFormer(key, log.successions());
  }

  private VerifierKey own(Path files) {
    if (log.verifierKeys().size() != 1) {
      throw new BackupProblem(
          files + " should hold one key of the log, and holds " + log.verifierKeys().size());
    }
    return TrustedKey.read(log.verifierKeys().getFirst());
  }

  /**
   * Verifies everything.
   *
   * @throws BackupProblem or AuditProblem that names the first position that is missing or wrong
   */
  Restore.Report verify(DatabaseAccess access) {
    Checkpoint published = published();
    Checkpoint kept = outside == null ? null : outside.verified(keys);
    try (LedgerStore store = open(access, published.origin());
        LogConnection database = store.logConnection()) {
      LogState state =
          database
              .state()
              .orElseThrow(
                  () -> new BackupProblem("not verified: the database lacks the head of its log"));
      requireAll(state.size(), published, "the published log of the backup");
      if (kept != null) {
        requireAll(state.size(), kept, "the checkpoint in " + outside);
      }
      Checkpoint row = signed(state).orElse(published);
      requireAll(state.size(), row, "the checkpoint that it signed last");
      Set<Long> sizes = new HashSet<>(List.of(published.size(), row.size()));
      if (kept != null) {
        sizes.add(kept.size());
      }
      StoredTree tree = new StoredTree(log, published, sizes);
      database.leaves(0, state.size(), tree);
      tree.requireNext(state.size());
      tree.requireRoot(published, "the published log");
      tree.requireRoot(row, "the checkpoint that it signed last");
      if (kept != null && !tree.continues(kept)) {
        throw other(kept, published);
      }
      requireRows(database, published.origin(), state, tree);
      return new Restore.Report(
          state.size(), tree.root(), published.size(), kept == null ? null : kept.size());
    }
  }

  private Checkpoint published() {
    try (PayloadFiles none = PayloadFiles.none()) {
      int threads = Runtime.getRuntime().availableProcessors();
      Verdict verdict = new Verification(log, keys, none, true, threads, Progress.NONE).run();
      if (verdict.fault() != null) {
        throw new AuditProblem("not verified: " + verdict.fault());
      }
      return verdict.checkpoint();
    }
  }

  private static LedgerStore open(DatabaseAccess access, String origin) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.jdbcUrl());
    source.setUser(access.user());
    source.setPassword(access.password());
    return LedgerStore.open(source, LedgerStoreConfig.of(origin));
  }

  private static void requireAll(long size, Checkpoint checkpoint, String what) {
    if (size < checkpoint.size()) {
      throw new BackupProblem(
          ("not verified: the restored database has %d entries, and %s has %d: position %d and all"
                  + " after it are missing. This is an older copy; find a newer backup.")
              .formatted(size, what, checkpoint.size(), size));
    }
  }

  private Optional<Checkpoint> signed(LogState state) {
    return Optional.ofNullable(state.note())
        .map(note -> keys.checkpoint(SignedNote.parse(note), "the database's own checkpoint"));
  }

  private BackupProblem other(Checkpoint kept, Checkpoint published) {
    OptionalLong first =
        outside == null
            ? OptionalLong.empty()
            : outside.firstDifference(log, published.size(), kept.size());
    String position =
        first.isPresent()
            ? "position " + first.getAsLong() + " is the first that differs"
            : "some of its first %d entries differ".formatted(kept.size());
    return new BackupProblem(
        ("not verified: the restored log is not the one of the checkpoint in %s: %s. Both are"
                + " signed by the log; keep them, they prove it.")
            .formatted(outside, position));
  }

  private static void requireRows(
      LogConnection database, String origin, LogState state, StoredTree tree) {
    if (!Arrays.equals(tree.root(), state.edge().root())) {
      throw new BackupProblem(
          "not verified: the entries of the restored database do not give the root that it keeps");
    }
    OptionalLong wrong = database.firstRowUnlikeItsLeaf(origin, state.size());
    if (wrong.isPresent()) {
      throw new BackupProblem(
          "not verified: the row at position "
              + wrong.getAsLong()
              + " of the restored database is not what its entry says");
    }
    OptionalLong behind = database.firstRowBehindHead();
    if (behind.isPresent()) {
      throw new BackupProblem(
          "not verified: there is a row at position "
              + behind.getAsLong()
              + ", behind the end of the log");
    }
  }
}
