package org.accordledger.log.tile;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.accordledger.log.LogFormatException;

/**
 * Which files a tree of a given size consists of (c2sp.org/tlog-tiles). The streams are lazy: the
 * files of a large log are never in memory together.
 */
public final class TreeTiles {
  private TreeTiles() {}

  /** All hash tiles of a tree of {@code size} leaves, by level, then by index. */
  public static Stream<TileAddress> of(long size) {
    return added(0, size);
  }

  /**
   * The hash tiles of a tree of {@code to} leaves that the tree of its first {@code from} leaves
   * does not have, by level, then by index. A tile that grew is one of them, with its new width.
   */
  public static Stream<TileAddress> added(long from, long to) {
    requireGrowth(from, to);
    return IntStream.rangeClosed(0, TileAddress.TOP_LEVEL)
        .boxed()
        .flatMap(level -> addedAt(level, from, to));
  }

  /** All entry bundles of a log of {@code size} entries, by index. */
  public static Stream<BundleAddress> bundles(long size) {
    return addedBundles(0, size);
  }

  /** The entry bundles that arise when a log grows, as {@link #added} has the tiles of level 0. */
  public static Stream<BundleAddress> addedBundles(long from, long to) {
    requireGrowth(from, to);
    return addedAt(0, from, to).map(tile -> new BundleAddress(tile.index(), tile.width()));
  }

  /** The hash tiles that are not full in a tree of {@code size} leaves, at most one a level. */
  public static Stream<TileAddress> partial(long size) {
    requireGrowth(0, size);
    return IntStream.rangeClosed(0, TileAddress.TOP_LEVEL)
        .filter(level -> hashes(size, level) % TileAddress.FULL != 0)
        .mapToObj(level -> at(size, level, hashes(size, level) / TileAddress.FULL));
  }

  /**
   * The tile of a tree of {@code size} leaves that stands at {@code index} of {@code level}.
   *
   * @throws LogFormatException when the tree has no such tile
   */
  public static TileAddress at(long size, int level, long index) {
    if (index > hashes(size, level) / TileAddress.FULL) {
      throw new LogFormatException("a tree of " + size + " leaves has no tile " + index);
    }
    long before = index * TileAddress.FULL;
    int width = Math.clamp(hashes(size, level) - before, 0, TileAddress.FULL);
    return new TileAddress(level, index, width);
  }

  private static Stream<TileAddress> addedAt(int level, long from, long to) {
    long before = hashes(from, level);
    long after = hashes(to, level);
    if (before == after) {
      return Stream.empty();
    }
    long last = (after - 1) / TileAddress.FULL;
    return LongStream.rangeClosed(before / TileAddress.FULL, last)
        .mapToObj(index -> at(to, level, index));
  }

  /** Hashes that a level of a tree has in all its tiles: its complete subtrees of that height. */
  private static long hashes(long size, int level) {
    return size >> (TileAddress.HEIGHT * level);
  }

  private static void requireGrowth(long from, long to) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("a log does not grow from " + from + " to " + to);
    }
  }
}
