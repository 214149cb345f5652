package org.accordledger.store.publish;

import java.util.Arrays;
import org.accordledger.log.LogHash;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;

/** Where a file is not what the entries say it should be. */
final class Differences {
  private Differences() {}

  /** Position of the first entry in which the bytes of a file differ from the bundle. */
  static long position(EntryBundle right, byte[] file) {
    byte[] bytes = right.bytes();
    int at = Math.max(0, Arrays.mismatch(bytes, file));
    int end = 0;
    int entry = 0;
    while (entry < right.address().width() - 1) {
      end += Short.BYTES + right.leaf(entry).length;
      if (at < end) {
        break;
      }
      entry++;
    }
    return right.address().firstPosition() + entry;
  }

  /** Position of the first entry under the first hash in which the bytes of a file differ. */
  static long position(HashTile right, byte[] file) {
    TileAddress address = right.address();
    int at = Math.max(0, Arrays.mismatch(right.bytes(), file));
    int hash = Math.min(at / LogHash.BYTES, address.width() - 1);
    return (address.index() * TileAddress.FULL + hash) << (TileAddress.HEIGHT * address.level());
  }
}
