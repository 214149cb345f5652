package org.accordledger.log.tile;

import org.accordledger.log.LogFormatException;

/**
 * Where a hash tile stands in the tree.
 *
 * @param level 0 holds leaf hashes; each hash of a higher level is the root of a full tile below
 * @param index counted from 0 within the level
 * @param width hashes in the tile, 1 to 256; 256 is a full tile
 */
public record TileAddress(int level, long index, int width) {
  /** Hashes in a full tile. */
  public static final int FULL = TilePath.FULL;

  /** Levels of the tree that one tile spans. */
  public static final int HEIGHT = 8;

  /**
   * The highest level that a tree of at most 2^63 - 1 leaves reaches. The specification allows for
   * levels up to 63, but one hash of level 8 already stands for 2^64 leaves.
   */
  public static final int TOP_LEVEL = 7;

  private static final String PREFIX = "tile/";

  /**
   * @throws LogFormatException when no tree of at most 2^63 - 1 leaves has such a tile
   */
  public TileAddress {
    if (level < 0 || level > TOP_LEVEL) {
      throw new LogFormatException("tiles have levels 0 to 7, not " + level);
    }
    requireInATree(level, new TilePath(index, width));
  }

  static void requireInATree(int level, TilePath path) {
    long hashes = Long.MAX_VALUE >> (HEIGHT * level);
    boolean fits =
        path.index() < hashes / FULL
            || (path.index() == hashes / FULL && path.width() <= hashes % FULL);
    if (!fits) {
      throw new LogFormatException("no tree reaches tile " + path + " of level " + level);
    }
  }

  /**
   * Reads what {@link #path()} wrote.
   *
   * @throws LogFormatException for any other text, also for another spelling of the same tile
   */
  public static TileAddress parse(String path) {
    if (!path.matches("tile/[0-7]/.*")) {
      throw new LogFormatException("not the path of a hash tile: '" + path + "'");
    }
    int level = path.charAt(PREFIX.length()) - '0';
    TilePath rest = TilePath.parse(path.substring(PREFIX.length() + 2));
    return new TileAddress(level, rest.index(), rest.width());
  }

  /** {@code tile/<L>/<N>[.p/<W>]}, relative to the log's prefix (c2sp.org/tlog-tiles). */
  public String path() {
    return PREFIX + level + "/" + new TilePath(index, width);
  }

  /** Whether the tile holds all the hashes it can, and so never changes again. */
  public boolean full() {
    return width == FULL;
  }

  /** The same tile when it holds {@code width} hashes. */
  public TileAddress atWidth(int width) {
    return new TileAddress(level, index, width);
  }

  @Override
  public String toString() {
    return path();
  }
}
