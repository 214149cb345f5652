package org.accordledger.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The hashes of the log: RFC 6962 for the tree, a salted commitment for payloads. */
public final class LogHash {
  /** Length in bytes of every hash here. */
  public static final int BYTES = 32;

  /** Length in bytes of the random salt of a commitment. */
  public static final int SALT_BYTES = 32;

  private static final byte LEAF_PREFIX = 0;
  private static final byte NODE_PREFIX = 1;

  private LogHash() {}

  /** Root of a tree without leaves: SHA-256 of nothing. */
  public static byte[] emptyRoot() {
    return sha256().digest();
  }

  /** SHA-256(0x00 ‖ leaf). */
  public static byte[] leaf(byte[] leaf) {
    MessageDigest digest = sha256();
    digest.update(LEAF_PREFIX);
    return digest.digest(leaf);
  }

  /** SHA-256(0x01 ‖ left ‖ right). */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE_PREFIX);
    digest.update(left);
    return digest.digest(right);
  }

  /**
   * What a leaf says about its payload without giving it away: base64url without padding of
   * SHA-256(salt ‖ bytes), 43 characters.
   */
  public static String commitment(byte[] salt, byte[] bytes) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    MessageDigest digest = sha256();
    digest.update(salt);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
