package org.accordledger.store;

import org.accordledger.log.TreeEdge;
import org.jspecify.annotations.Nullable;

/**
 * How far the log goes and how far it is signed, read in one moment.
 *
 * @param edge of the tree over all leaves, as the committer kept it; its size is the log's
 * @param note the bytes of the last signed checkpoint; null when none was ever signed
 */
public record LogState(TreeEdge edge, byte @Nullable [] note) {
  /** Entries in the log. */
  public long size() {
    return edge.size();
  }
}
