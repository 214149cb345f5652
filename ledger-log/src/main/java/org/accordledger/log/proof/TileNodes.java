package org.accordledger.log.proof;

import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;
import org.accordledger.log.tile.TreeTiles;

/**
 * The nodes of a tree, read from its hash tiles. A proof asks for several nodes of the same tile:
 * put a cache into the source where that is dear.
 *
 * @param size leaves in the tree
 * @param tiles those of a tree of that size
 */
public record TileNodes(long size, TileSource tiles) implements NodeHashes {

  /**
   * @throws IllegalArgumentException when the tree has no such node
   */
  @Override
  public byte[] at(int height, long index) {
    if (height < 0 || height >= Long.SIZE || index < 0 || index >= size >> height) {
      throw new IllegalArgumentException(
          "a tree of %d leaves has no node %d of height %d".formatted(size, index, height));
    }
    int level = height / TileAddress.HEIGHT;
    int within = height % TileAddress.HEIGHT;
    int perTile = TileAddress.FULL >> within;
    HashTile tile = tiles.tile(TreeTiles.at(size, level, index / perTile));
    return tile.subtree(within, (int) (index % perTile));
  }
}
