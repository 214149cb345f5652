package org.accordledger.audit.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.accordledger.audit.AuditProblem;
import org.accordledger.log.LogHash;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.log.tile.TreeTiles;
import org.jspecify.annotations.Nullable;

/**
 * The tree as the entries give it. Holds one hash for every 256 entries (32 bytes; 125 kB for a
 * million entries) and those above; a bundle that cannot be read leaves a hole. Mutable; for one
 * thread.
 */
final class ComputedTree implements TileSource {
  private final long size;
  // by level from 1: the hashes of that level, and which of them are known
  private final List<byte[]> hashes = new ArrayList<>();
  private final List<BitSet> known = new ArrayList<>();
  private byte[] lastLeaves = new byte[0];

  ComputedTree(long size) {
    this.size = size;
    if (size / TileAddress.FULL * LogHash.BYTES > Integer.MAX_VALUE - 8L) {
      throw new AuditProblem("a log of " + size + " entries is larger than this version verifies");
    }
    for (int level = 1; level <= TileAddress.TOP_LEVEL; level++) {
      hashes.add(new byte[Math.toIntExact(count(level) * LogHash.BYTES)]);
      known.add(new BitSet());
    }
  }

  private long count(int level) {
    return size >> (TileAddress.HEIGHT * level);
  }

  /** The root of the 256 entries of a full bundle. */
  void bundle(long index, byte[] root) {
    put(1, Math.toIntExact(index), root);
  }

  /** The leaf hashes of the last bundle, when it is not full, one after the other. */
  void lastBundle(byte[] leafHashes) {
    lastLeaves = leafHashes.clone();
  }

  private void put(int level, int index, byte[] hash) {
    System.arraycopy(hash, 0, hashes.get(level - 1), index * LogHash.BYTES, LogHash.BYTES);
    known.get(level - 1).set(index);
  }

  /** Works out the levels above the bundles, once all of them are there. */
  void complete() {
    for (int level = 2; level <= TileAddress.TOP_LEVEL; level++) {
      for (int i = 0; i < count(level); i++) {
        HashTile below = tileIfKnown(new TileAddress(level - 1, i, TileAddress.FULL));
        if (below != null) {
          put(level, i, below.subtree(TileAddress.HEIGHT, 0));
        }
      }
    }
  }

  /**
   * One hash.
   *
   * @param level from 1
   * @return null where an entry below it cannot be read
   */
  byte @Nullable [] hash(int level, long index) {
    int at = Math.toIntExact(index);
    if (!known.get(level - 1).get(at)) {
      return null;
    }
    byte[] hash = new byte[LogHash.BYTES];
    System.arraycopy(hashes.get(level - 1), at * LogHash.BYTES, hash, 0, hash.length);
    return hash;
  }

  /** One leaf hash of the last bundle, when it is not full; null where it cannot be read. */
  byte @Nullable [] lastLeaf(int within) {
    int at = within * LogHash.BYTES;
    if (at + LogHash.BYTES > lastLeaves.length) {
      return null;
    }
    byte[] hash = new byte[LogHash.BYTES];
    System.arraycopy(lastLeaves, at, hash, 0, hash.length);
    return hash;
  }

  /** A tile above the leaves, or the last one of leaves; null where it has a hole. */
  @Nullable HashTile tileIfKnown(TileAddress address) {
    int length = address.width() * LogHash.BYTES;
    byte[] bytes = new byte[length];
    if (address.level() == 0) {
      if (lastLeaves.length != length) {
        return null;
      }
      System.arraycopy(lastLeaves, 0, bytes, 0, length);
      return HashTile.of(address, bytes);
    }
    int first = Math.toIntExact(address.index() * TileAddress.FULL);
    if (known.get(address.level() - 1).nextClearBit(first) < first + address.width()) {
      return null;
    }
    System.arraycopy(hashes.get(address.level() - 1), first * LogHash.BYTES, bytes, 0, length);
    return HashTile.of(address, bytes);
  }

  @Override
  public HashTile tile(TileAddress address) {
    HashTile tile = tileIfKnown(address);
    if (tile == null) {
      throw new IllegalStateException(address + " has a hole");
    }
    return tile;
  }

  /** The root; null while an entry cannot be read. */
  byte @Nullable [] root() {
    boolean whole = TreeTiles.partial(size).allMatch(address -> tileIfKnown(address) != null);
    // a hole below a full tile is a hole in the partial tile above it
    return whole ? TreeHasher.resume(size, this).root() : null;
  }
}
