package org.accordledger.api.backup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.log.tile.TreeTiles;
import org.accordledger.store.LeafConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The tree over the entries of a database, compared with the published ones as they come. Remembers
 * the roots at the sizes it is asked for beforehand.
 */
final class StoredTree implements LeafConsumer {
  private static final long NONE = -1;

  private final LogDirectory log;
  private final Checkpoint published;
  private final Set<Long> sizes;
  private final TreeHasher tree = TreeHasher.empty();
  private final Map<Long, byte[]> roots = new HashMap<>();
  private byte @Nullable [] tile;
  private long different = NONE;

  /**
   * @param log verified, with the entries of {@code published}
   * @param sizes whose roots will be asked for
   */
  StoredTree(LogDirectory log, Checkpoint published, Set<Long> sizes) {
    this.log = log;
    this.published = published;
    this.sizes = sizes;
    remember();
  }

  @Override
  public void accept(long position, byte[] leaf) {
    requireNext(position);
    if (position < published.size() && different == NONE) {
      compare(position, LogHash.leaf(leaf));
    }
    var _ = tree.append(leaf);
    remember();
  }

  private void remember() {
    if (sizes.contains(tree.size())) {
      roots.put(tree.size(), tree.root());
    }
  }

  private void compare(long position, byte[] hash) {
    int within = (int) (position % TileAddress.FULL);
    byte[] hashes = tile;
    if (within == 0 || hashes == null) {
      long index = position / TileAddress.FULL;
      hashes = log.tile(TreeTiles.at(published.size(), 0, index)).bytes();
      tile = hashes;
    }
    int at = within * LogHash.BYTES;
    if (!Arrays.equals(hashes, at, at + LogHash.BYTES, hash, 0, LogHash.BYTES)) {
      different = position;
    }
  }

  /**
   * Nothing is missing before this position.
   *
   * @throws BackupProblem that names the first that is
   */
  void requireNext(long position) {
    if (position != tree.size()) {
      throw new BackupProblem(
          "not verified: the restored database lacks the entry at position " + tree.size());
    }
  }

  /** Root over all entries. */
  byte[] root() {
    return tree.root();
  }

  /**
   * Requires the entries to begin with those of a checkpoint.
   *
   * @param what it is, for the message
   */
  void requireRoot(Checkpoint checkpoint, String what) {
    if (!Arrays.equals(roots.get(checkpoint.size()), checkpoint.root())) {
      String where =
          different == NONE
              ? "somewhere among the first %d entries".formatted(checkpoint.size())
              : "first at position " + different;
      throw new BackupProblem(
          "not verified: the restored database is not what %s says, %s".formatted(what, where));
    }
  }

  /** Whether the entries begin with those of a checkpoint. */
  boolean continues(Checkpoint checkpoint) {
    return Arrays.equals(roots.get(checkpoint.size()), checkpoint.root());
  }
}
