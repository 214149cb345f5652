package org.accordledger.audit.verify;

import java.util.Arrays;
import java.util.List;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Fault;
import org.accordledger.audit.files.BundleHasher;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeHasher;
import org.accordledger.log.tile.TreeTiles;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first entry that is not the signed one, when the entries do not give the signed root.
 * Walks from that root down the served tiles, of which each is believed only as far as the hash
 * above it bears it out, to where the tree of the entries leaves them.
 */
final class Descent {
  private final LogDirectory log;
  private final Checkpoint signed;
  private final ComputedTree computed;
  private final @Nullable Fault firstTile;

  /**
   * @param firstTile where entries and tiles first differ, for when the tiles do not lead on
   */
  Descent(LogDirectory log, Checkpoint signed, ComputedTree computed, @Nullable Fault firstTile) {
    this.log = log;
    this.signed = signed;
    this.computed = computed;
    this.firstTile = firstTile;
  }

  Fault fault() {
    if (!edgeIsSigned()) {
      return firstTile != null
          ? new Fault(
              firstTile.position(),
              "the entries do not give the signed root, and here they leave their hash tile")
          : Fault.somewhere(
              "the entries do not give the signed root; entries and tiles agree with each other, so"
                  + " that only an earlier copy can tell from which position on they were changed");
    }
    List<TileAddress> edge = TreeTiles.partial(signed.size()).toList().reversed();
    for (TileAddress address : edge) {
      HashTile tile = log.tile(address);
      for (int i = 0; i < address.width(); i++) {
        long index = address.index() * TileAddress.FULL + i;
        byte[] right = tile.subtree(0, i);
        if (!Arrays.equals(right, own(address.level(), index))) {
          return below(address.level(), index, right);
        }
      }
    }
    throw new IllegalStateException("the entries give the signed root");
  }

  private boolean edgeIsSigned() {
    try {
      return Arrays.equals(TreeHasher.resume(signed.size(), log).root(), signed.root());
    } catch (AuditProblem | LogFormatException e) {
      return false;
    }
  }

  private byte @Nullable [] own(int level, long index) {
    return level == 0
        ? computed.lastLeaf((int) (index % TileAddress.FULL))
        : computed.hash(level, index);
  }

  /** The first wrong entry below a hash that is right, and that the entries do not give. */
  private Fault below(int level, long index, byte[] right) {
    if (level == 0) {
      return new Fault(index, "the entry is not the one that was signed");
    }
    TileAddress address = new TileAddress(level - 1, index, TileAddress.FULL);
    HashTile tile = rightTile(address, right);
    if (tile == null) {
      return within(level, index, address);
    }
    byte[] leaves = level == 1 ? leaves(index) : new byte[0];
    for (int i = 0; i < TileAddress.FULL; i++) {
      byte[] hash = tile.subtree(0, i);
      byte[] own =
          level == 1 ? leaf(leaves, i) : computed.hash(level - 1, index * TileAddress.FULL + i);
      if (!Arrays.equals(hash, own)) {
        return below(level - 1, index * TileAddress.FULL + i, hash);
      }
    }
    throw new IllegalStateException(address + " has the hashes of the entries, and another root");
  }

  private @Nullable HashTile rightTile(TileAddress address, byte[] right) {
    try {
      HashTile tile = log.tile(address);
      return Arrays.equals(tile.subtree(TileAddress.HEIGHT, 0), right) ? tile : null;
    } catch (AuditProblem | LogFormatException e) {
      return null;
    }
  }

  private Fault within(int level, long index, TileAddress address) {
    long first = index << (TileAddress.HEIGHT * level);
    long last = ((index + 1) << (TileAddress.HEIGHT * level)) - 1;
    boolean shown =
        firstTile != null && firstTile.position() >= first && firstTile.position() <= last;
    return new Fault(
        shown && firstTile != null ? firstTile.position() : first,
        "the entries %d to %d are not all the ones that were signed, and neither is %s"
            .formatted(first, last, address));
  }

  private byte[] leaves(long bundle) {
    return new BundleHasher().leaves(log.entries(new BundleAddress(bundle, TileAddress.FULL)));
  }

  private static byte @Nullable [] leaf(byte[] leaves, int index) {
    int at = index * LogHash.BYTES;
    return at + LogHash.BYTES > leaves.length
        ? null
        : Arrays.copyOfRange(leaves, at, at + LogHash.BYTES);
  }
}
