package org.accordledger.audit.files;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.accordledger.log.LogHash;

/**
 * The hashes of a bundle, as {@link LogHash} defines them, in place and with one digest: an auditor
 * makes millions. Belongs to one thread.
 */
public final class BundleHasher {
  private static final byte LEAF_PREFIX = 0;
  private static final byte NODE_PREFIX = 1;

  private final MessageDigest sha256;

  /** With nothing hashed. */
  public BundleHasher() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of each leaf, one after the other. */
  public byte[] leaves(Entries entries) {
    byte[] hashes = new byte[entries.count() * LogHash.BYTES];
    for (int i = 0; i < entries.count(); i++) {
      sha256.update(LEAF_PREFIX);
      sha256.update(entries.shared(), entries.start(i), entries.length(i));
      finish(hashes, i);
    }
    return hashes;
  }

  /**
   * The root over hashes.
   *
   * @param hashes one after the other, a power of two of them
   */
  public byte[] root(byte[] hashes) {
    byte[] level = hashes.clone();
    byte[] node = new byte[1 + 2 * LogHash.BYTES];
    node[0] = NODE_PREFIX;
    for (int width = hashes.length / LogHash.BYTES; width > 1; width /= 2) {
      for (int i = 0; i < width / 2; i++) {
        System.arraycopy(level, 2 * i * LogHash.BYTES, node, 1, 2 * LogHash.BYTES);
        sha256.update(node, 0, node.length);
        finish(level, i);
      }
    }
    byte[] root = new byte[LogHash.BYTES];
    System.arraycopy(level, 0, root, 0, LogHash.BYTES);
    return root;
  }

  private void finish(byte[] into, int index) {
    try {
      sha256.digest(into, index * LogHash.BYTES, LogHash.BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes are enough for SHA-256", e);
    }
  }
}
