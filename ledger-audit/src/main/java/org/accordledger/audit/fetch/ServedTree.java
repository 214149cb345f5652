package org.accordledger.audit.fetch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accordledger.audit.AuditProblem;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.log.tile.TreeTiles;

/**
 * The tiles of a signed tree, each believed only after the hash above it, and in the end the signed
 * root, has borne it out. Keeps a few hundred of those above the leaves. For several threads.
 */
final class ServedTree implements TileSource {
  private static final int KEPT = 512;

  private final long size;
  private final TileSource served;
  private final Map<TileAddress, HashTile> edge = new LinkedHashMap<>();
  private final Map<TileAddress, HashTile> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileAddress, HashTile> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Reads the tiles that are not full and holds them against the root.
   *
   * @throws AuditProblem when they are not those of the signed tree
   */
  ServedTree(Checkpoint signed, TileSource served) {
    this.size = signed.size();
    this.served = served;
    List<TileAddress> partial = TreeTiles.partial(size).toList();
    partial.forEach(address -> edge.put(address, served.tile(address)));
    byte[] root =
        TreeHasher.resume(size, address -> Objects.requireNonNull(edge.get(address))).root();
    if (!Arrays.equals(root, signed.root())) {
      throw new AuditProblem(
          "the server's tiles %s do not give the root it has signed for %d entries"
              .formatted(partial, size));
    }
  }

  /** The tiles that are not full. */
  List<HashTile> edge() {
    return List.copyOf(edge.values());
  }

  /** Whether a full tile, wherever it comes from, is the one of the signed tree. */
  boolean has(HashTile tile) {
    TileAddress address = tile.address();
    HashTile above =
        tile(TreeTiles.at(size, address.level() + 1, address.index() / TileAddress.FULL));
    byte[] right = above.subtree(0, (int) (address.index() % TileAddress.FULL));
    return Arrays.equals(right, tile.subtree(TileAddress.HEIGHT, 0));
  }

  /**
   * {@inheritDoc}
   *
   * @throws AuditProblem when the server gives another one
   */
  @Override
  public HashTile tile(TileAddress address) {
    HashTile known = edge.get(address);
    synchronized (kept) {
      known = known == null ? kept.get(address) : known;
    }
    if (known != null) {
      return known;
    }
    HashTile tile;
    try {
      tile = served.tile(address);
    } catch (LogFormatException e) {
      throw new AuditProblem("the server's " + address + " is no tile: " + e.getMessage(), e);
    }
    if (!has(tile)) {
      throw new AuditProblem(
          "the server's " + address + " is not the one of the tree it has signed");
    }
    if (address.level() > 0) {
      synchronized (kept) {
        kept.put(address, tile);
      }
    }
    return tile;
  }
}
