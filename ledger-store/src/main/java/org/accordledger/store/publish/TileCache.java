package org.accordledger.store.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;

/**
 * The tiles lately read, at most 4 MiB with the nodes within them: they never change, and proofs
 * ask for the same ones.
 */
final class TileCache implements TileSource {
  private static final int MOST = 256;

  private final TileSource source;
  private final Map<TileAddress, HashTile> tiles =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TileAddress, HashTile> eldest) {
          return size() > MOST;
        }
      };

  TileCache(TileSource source) {
    this.source = source;
  }

  @Override
  public HashTile tile(TileAddress address) {
    synchronized (tiles) {
      HashTile known = tiles.get(address);
      if (known != null) {
        return known;
      }
    }
    HashTile read = source.tile(address);
    synchronized (tiles) {
      tiles.put(address, read);
    }
    return read;
  }
}
