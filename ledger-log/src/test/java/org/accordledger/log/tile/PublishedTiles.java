package org.accordledger.log.tile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.accordledger.log.TreeEdge;

/** The tiles of a log as a publisher writes them, in memory: full ones once, partial ones often. */
public final class PublishedTiles implements TileSource {
  private final Map<TileAddress, HashTile> files = new HashMap<>();
  private final TreeHasher hasher = TreeHasher.empty();

  /** Publishes the leaves in one go. */
  public static PublishedTiles of(List<byte[]> leaves) {
    PublishedTiles tiles = new PublishedTiles();
    tiles.publish(leaves);
    return tiles;
  }

  /** Adds leaves, then writes what a checkpoint of the new size needs. */
  public void publish(List<byte[]> leaves) {
    leaves.forEach(leaf -> hasher.append(leaf).forEach(this::write));
    hasher.partialTiles().forEach(this::write);
  }

  private void write(HashTile tile) {
    HashTile before = files.put(tile.address(), tile);
    if (before != null && before.firstDifference(tile).isPresent()) {
      throw new AssertionError(tile.address() + " was written twice, differently");
    }
  }

  /** The edge of the tree. */
  public TreeEdge edge() {
    return hasher.edge();
  }

  /** All files there are. */
  public Map<TileAddress, HashTile> files() {
    return Map.copyOf(files);
  }

  @Override
  public HashTile tile(TileAddress address) {
    for (int width = address.width(); width <= TileAddress.FULL; width++) {
      HashTile tile = files.get(address.atWidth(width));
      if (tile != null) {
        return tile.cut(address.width());
      }
    }
    throw new NoSuchElementException(address.path());
  }
}
