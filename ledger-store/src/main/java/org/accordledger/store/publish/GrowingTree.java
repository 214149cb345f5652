package org.accordledger.store.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.accordledger.log.LogHash;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeHasher;

/**
 * The tree over the leaves so far and the entries that do not fill a bundle yet: all that is needed
 * to go on. It belongs to one thread, and after a failure it may be ahead of what is written: then
 * it is thrown away and {@link #resume}d.
 */
final class GrowingTree {
  private final TreeHasher hasher;
  private final List<byte[]> entries;

  private GrowingTree(TreeHasher hasher, List<byte[]> entries) {
    this.hasher = hasher;
    this.entries = entries;
  }

  static GrowingTree empty() {
    return new GrowingTree(TreeHasher.empty(), new ArrayList<>(TileAddress.FULL));
  }

  /**
   * Goes on after a tree whose files are there; wider ones do.
   *
   * @param root of that tree
   * @throws NotProvenException when the files are not those of this root
   */
  static GrowingTree resume(long size, byte[] root, LogDirectory files) {
    TreeHasher hasher = TreeHasher.resume(size, files);
    if (!Arrays.equals(hasher.root(), root)) {
      throw new NotProvenException("the tiles of %d entries have another root".formatted(size));
    }
    GrowingTree tree = new GrowingTree(hasher, new ArrayList<>(TileAddress.FULL));
    int width = (int) (size % TileAddress.FULL);
    if (width > 0) {
      BundleAddress last = new BundleAddress(size / TileAddress.FULL, width);
      tree.take(files.bundle(last), files.tile(last.tile()));
    }
    return tree;
  }

  private void take(EntryBundle bundle, HashTile hashes) {
    for (int i = 0; i < bundle.address().width(); i++) {
      byte[] leaf = bundle.leaf(i);
      if (!Arrays.equals(LogHash.leaf(leaf), hashes.subtree(0, i))) {
        throw new NotProvenException(
            "%s has another entry at %d"
                .formatted(bundle.address(), bundle.address().firstPosition() + i));
      }
      entries.add(leaf);
    }
  }

  /** Takes the next leaf; hands out every bundle and tile that becomes full by it. */
  void append(byte[] leaf, TreeFiles files) {
    entries.add(leaf);
    List<HashTile> full = hasher.append(leaf);
    if (entries.size() == TileAddress.FULL) {
      files.bundle(bundle());
      entries.clear();
    }
    full.forEach(files::tile);
  }

  private EntryBundle bundle() {
    long index = (size() - 1) / TileAddress.FULL;
    return EntryBundle.of(new BundleAddress(index, entries.size()), entries);
  }

  /** Hands out the bundle and the tiles that are not full. */
  void partials(TreeFiles files) {
    if (!entries.isEmpty()) {
      files.bundle(bundle());
    }
    hasher.partialTiles().forEach(files::tile);
  }

  /** Entries so far. */
  long size() {
    return hasher.size();
  }

  /** Root of the tree over the entries so far. */
  byte[] root() {
    return hasher.root();
  }
}
