package org.accordledger.audit.fetch;

import java.util.Arrays;
import java.util.OptionalLong;
import org.accordledger.audit.AuditProblem;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;
import org.accordledger.log.tile.TreeTiles;

/** Finds the first entry in which a signed tree differs from the one fetched before. */
final class Rewritten {
  private final long size;
  private final TileSource now;
  private final long before;
  private final TileSource fetched;

  /**
   * @param size entries of the tree that is served now
   * @param now its tiles, verified
   * @param before entries of the tree fetched before, at most as many
   * @param fetched its tiles
   */
  Rewritten(long size, TileSource now, long before, TileSource fetched) {
    this.size = size;
    this.now = now;
    this.before = before;
    this.fetched = fetched;
  }

  /** The first position that differs; empty when the tiles fetched before do not tell. */
  OptionalLong first() {
    try {
      for (TileAddress edge : TreeTiles.partial(before).toList().reversed()) {
        OptionalLong found = within(edge);
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (AuditProblem | LogFormatException e) {
      // a file that was fetched before is gone or broken: the two checkpoints are proof enough
    }
    return OptionalLong.empty();
  }

  private OptionalLong within(TileAddress old) {
    HashTile then = fetched.tile(old);
    HashTile served = now.tile(TreeTiles.at(size, old.level(), old.index()));
    for (int i = 0; i < old.width(); i++) {
      if (!Arrays.equals(then.subtree(0, i), served.subtree(0, i))) {
        long index = old.index() * TileAddress.FULL + i;
        return old.level() == 0
            ? OptionalLong.of(index)
            : within(new TileAddress(old.level() - 1, index, TileAddress.FULL));
      }
    }
    return OptionalLong.empty();
  }
}
