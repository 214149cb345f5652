package org.accordledger.log.tile;

/** Where hash tiles are read from: a directory, a server, a cache before either. */
@FunctionalInterface
public interface TileSource {
  /**
   * The tile at {@code address}, of exactly its width. A source that only has a wider one, as after
   * the tile became full, cuts it.
   *
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  HashTile tile(TileAddress address);
}
