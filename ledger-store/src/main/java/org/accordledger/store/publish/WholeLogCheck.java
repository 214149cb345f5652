package org.accordledger.store.publish;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.store.LogConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked before the first signature after a start: whether the stored entries, all hashed
 * again, give the roots that were signed, whether the files are those of the entries, and whether
 * what stands beside each entry in the database is what the entry says. Missing files are written;
 * everything else that does not fit is a contradiction.
 */
final class WholeLogCheck {
  private static final Logger log = LoggerFactory.getLogger(WholeLogCheck.class);

  /** Somebody waited for it. */
  private static final long WORTH_SAYING_MILLIS = 1_000;

  private final LogConnection database;
  private final String origin;
  private final LogDirectory directory;
  private final FoundCheckpoints found;

  WholeLogCheck(
      LogConnection database, String origin, LogDirectory directory, FoundCheckpoints found) {
    this.database = database;
    this.origin = origin;
    this.directory = directory;
    this.found = found;
  }

  /**
   * Checks all entries up to the last signed checkpoint.
   *
   * @param stored entries in the log, by its head
   * @return the tree of the last signed checkpoint, and which files it has outgrown
   * @throws LogContradiction naming the first position that is wrong
   */
  Checked run(SignedCheckpoint last, long stored, WrittenFiles written) {
    try {
      return check(last, stored, written);
    } catch (LogContradiction e) {
      // where several things are wrong, the first one is named
      long before = Math.min(stored, e.position().orElse(last.size()));
      database
          .firstRowUnlikeItsLeaf(origin, before)
          .ifPresent(
              position -> {
                throw LogContradiction.wrongRow(position);
              });
      throw e;
    }
  }

  private Checked check(SignedCheckpoint last, long stored, WrittenFiles written) {
    long begin = System.nanoTime();
    GrowingTree tree = GrowingTree.empty();
    ComparedFiles compared = new ComparedFiles(directory);
    for (long size : new TreeSet<>(sizes())) {
      StoredLeaves.read(database, tree, Math.min(size, stored), compared);
      if (tree.size() < size) {
        throw missingEntry(tree.size(), last, compared.first());
      }
      tree.partials(compared);
      requireRoot(found.row(), FoundCheckpoints.ROW, tree, compared);
      requireRoot(found.file(), "the file checkpoint", tree, compared);
    }
    LogContradiction differs = compared.first();
    if (differs != null) {
      throw differs;
    }
    if (!compared.wider().isEmpty()) {
      compareWithAllStored(stored);
    }
    database
        .firstRowUnlikeItsLeaf(origin, tree.size())
        .ifPresent(
            position -> {
              throw LogContradiction.wrongRow(position);
            });
    database
        .firstRowBehindHead()
        .ifPresent(
            position -> {
              throw LogContradiction.behindHead(position);
            });
    long millis = (System.nanoTime() - begin) / 1_000_000;
    if (millis > WORTH_SAYING_MILLIS) {
      log.info("{} entries agree with what was signed, checked in {} ms.", tree.size(), millis);
    }
    writeMissing(last.size(), compared.missing(), written);
    return new Checked(tree, compared.outgrown());
  }

  /** A round that ended before its checkpoint leaves files of entries that are not signed yet. */
  private void compareWithAllStored(long stored) {
    GrowingTree all = GrowingTree.empty();
    ComparedFiles compared = new ComparedFiles(directory);
    StoredLeaves.read(database, all, stored, compared);
    all.partials(compared);
    LogContradiction differs = compared.first();
    if (differs != null) {
      throw differs;
    }
    compared.wider().stream()
        .findFirst()
        .ifPresent(
            path -> {
              throw LogContradiction.wrongFile(path, stored);
            });
  }

  private List<Long> sizes() {
    Set<Long> sizes = new HashSet<>();
    for (SignedCheckpoint each : new SignedCheckpoint[] {found.row(), found.file()}) {
      if (each != null) {
        sizes.add(each.size());
      }
    }
    return List.copyOf(sizes);
  }

  private static LogContradiction missingEntry(
      long position, SignedCheckpoint last, @Nullable LogContradiction differs) {
    if (differs != null && differs.position().orElse(Long.MAX_VALUE) < position) {
      return LogContradiction.wrongEntry(differs.position().orElseThrow());
    }
    return LogContradiction.at(
        position,
        ("The database lacks the entry at position %d, and %d entries are signed: it was cut off or"
                + " is an old copy. Restore a database that has them all.")
            .formatted(position, last.size()));
  }

  private void requireRoot(
      @Nullable SignedCheckpoint signed, String place, GrowingTree tree, ComparedFiles compared) {
    if (signed == null
        || signed.size() != tree.size()
        || Arrays.equals(signed.checkpoint().root(), tree.root())) {
      return;
    }
    LogContradiction differs = compared.first();
    OptionalLong position =
        differs == null ? database.firstLeafUnlikeItsHash(tree.size()) : differs.position();
    if (position.isPresent()) {
      throw LogContradiction.wrongEntry(position.getAsLong());
    }
    throw LogContradiction.somewhere(
        ("The checkpoint of %d entries in %s is signed, but not for the entries in the database,"
                + " and nothing else here shows which of them differ: find out who signed it, and"
                + " compare the database with a copy.")
            .formatted(tree.size(), place));
  }

  private void writeMissing(long size, Set<String> missing, WrittenFiles written) {
    if (missing.isEmpty()) {
      return;
    }
    log.info("{} files of the log are missing and are written again.", missing.size());
    TreeFiles absent = new OnlyMissing(missing, written);
    GrowingTree again = GrowingTree.empty();
    for (long each : new TreeSet<>(sizes())) {
      if (each <= size) {
        StoredLeaves.read(database, again, each, absent);
        again.partials(absent);
      }
    }
  }

  /** The tree that was checked, and the paths of full files with partial ones beside them. */
  record Checked(GrowingTree tree, List<String> outgrown) {}

  private record OnlyMissing(Set<String> missing, TreeFiles files) implements TreeFiles {
    @Override
    public void bundle(EntryBundle bundle) {
      if (missing.contains(bundle.address().path())) {
        files.bundle(bundle);
      }
    }

    @Override
    public void tile(HashTile tile) {
      if (missing.contains(tile.address().path())) {
        files.tile(tile);
      }
    }
  }
}
