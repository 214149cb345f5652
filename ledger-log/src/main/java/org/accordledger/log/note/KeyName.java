package org.accordledger.log.note;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;

/** Names and ids of keys (c2sp.org/signed-note). */
final class KeyName {
  private static final int ID_BYTES = 4;

  // U+0085 is white space for Unicode, and a control character for Java
  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  /**
   * @throws LogFormatException when {@code name} cannot stand in a signature line
   */
  static void require(String name) {
    boolean plain =
        !name.isEmpty()
            && name.codePoints()
                .noneMatch(
                    c ->
                        c < ' '
                            || c == '+'
                            || c == NEXT_LINE
                            || Character.isSpaceChar(c)
                            || Character.isWhitespace(c));
    if (!plain) {
      throw new LogFormatException("not the name of a key: '" + name + "'");
    }
    LogText.utf8(name);
  }

  /** First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), big-endian. */
  static int id(String name, SignatureType type, byte[] publicKey) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(LogText.utf8(name));
      digest.update((byte) '\n');
      digest.update(type.code());
      return ByteBuffer.wrap(digest.digest(publicKey), 0, ID_BYTES).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(int id) {
    return HexFormat.of().toHexDigits(id);
  }
}
