package org.accordledger.log.proof;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;

/** The hashes of a proof. */
final class HashList {
  /** No tree of at most 2^63 - 1 leaves is higher. */
  private static final int LONGEST = 63;

  private HashList() {}

  /**
   * A copy that nobody else can change.
   *
   * @throws LogFormatException when there are more than 63, or one is not 32 bytes
   */
  static List<byte[]> copy(List<byte[]> hashes) {
    if (hashes.size() > LONGEST) {
      throw new LogFormatException("a proof has at most 63 hashes, not " + hashes.size());
    }
    List<byte[]> copies = new ArrayList<>(hashes.size());
    for (byte[] hash : hashes) {
      if (hash.length != LogHash.BYTES) {
        throw new LogFormatException("a hash has 32 bytes, not " + hash.length);
      }
      copies.add(hash.clone());
    }
    return copies;
  }
}
