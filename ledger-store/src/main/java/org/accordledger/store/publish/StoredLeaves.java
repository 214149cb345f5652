package org.accordledger.store.publish;

import org.accordledger.store.LeafConsumer;
import org.accordledger.store.LogConnection;

/**
 * Takes leaves into a tree as long as none is missing; what comes behind a gap is left out, because
 * nothing can be said about it.
 */
final class StoredLeaves implements LeafConsumer {
  private final GrowingTree tree;
  private final TreeFiles files;

  private StoredLeaves(GrowingTree tree, TreeFiles files) {
    this.tree = tree;
    this.files = files;
  }

  /** Grows the tree to {@code size}, or to the first entry that is not stored. */
  static void read(LogConnection database, GrowingTree tree, long size, TreeFiles files) {
    database.leaves(tree.size(), size, new StoredLeaves(tree, files));
  }

  @Override
  public void accept(long position, byte[] leaf) {
    if (position == tree.size()) {
      tree.append(leaf, files);
    }
  }
}
