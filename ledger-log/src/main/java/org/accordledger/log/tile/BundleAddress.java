package org.accordledger.log.tile;

import org.accordledger.log.LogFormatException;

/**
 * Where an entry bundle stands in the log: beside the hash tile of level 0 with the same index.
 *
 * @param index counted from 0
 * @param width entries in the bundle, 1 to 256
 */
public record BundleAddress(long index, int width) {
  private static final String PREFIX = "tile/entries/";

  /**
   * @throws LogFormatException when no tree of at most 2^63 - 1 leaves has such a bundle
   */
  public BundleAddress {
    TileAddress.requireInATree(0, new TilePath(index, width));
  }

  /**
   * Reads what {@link #path()} wrote.
   *
   * @throws LogFormatException for any other text, also for another spelling of the same bundle
   */
  public static BundleAddress parse(String path) {
    if (!path.startsWith(PREFIX)) {
      throw new LogFormatException("not the path of an entry bundle: '" + path + "'");
    }
    TilePath rest = TilePath.parse(path.substring(PREFIX.length()));
    return new BundleAddress(rest.index(), rest.width());
  }

  /** {@code tile/entries/<N>[.p/<W>]}, relative to the log's prefix (c2sp.org/tlog-tiles). */
  public String path() {
    return PREFIX + new TilePath(index, width);
  }

  /** The hash tile with the leaf hashes of these entries. */
  public TileAddress tile() {
    return new TileAddress(0, index, width);
  }

  /** Position in the log of the first entry. */
  public long firstPosition() {
    return index * TileAddress.FULL;
  }

  @Override
  public String toString() {
    return path();
  }
}
