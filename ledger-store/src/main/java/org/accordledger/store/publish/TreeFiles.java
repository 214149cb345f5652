package org.accordledger.store.publish;

import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;

/** Takes the files of a growing tree: to write them, or to compare them with those that are. */
interface TreeFiles {
  /** Nobody wants them. */
  TreeFiles NONE =
      new TreeFiles() {
        @Override
        public void bundle(EntryBundle bundle) {}

        @Override
        public void tile(HashTile tile) {}
      };

  /** A bundle, always before the tile with the hashes of its entries. */
  void bundle(EntryBundle bundle);

  /** A hash tile, lower levels first. */
  void tile(HashTile tile);
}
