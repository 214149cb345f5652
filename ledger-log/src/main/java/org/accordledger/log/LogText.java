package org.accordledger.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes, hashes and numbers as the text formats of the log write them. Every value has one spelling
 * only: a second one would let someone change a signed file or a proof without anybody refusing it.
 */
public final class LogText {
  private static final int LONGEST_DECIMAL = 19;

  private LogText() {}

  /** Standard base64 with padding (RFC 4648, section 4). */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Reads what {@link #base64} wrote.
   *
   * @throws LogFormatException also for missing padding and for unused bits that are not zero
   */
  public static byte[] fromBase64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new LogFormatException("not base64: '" + text + "'", e);
    }
    if (!base64(bytes).equals(text)) {
      throw new LogFormatException("not the one base64 spelling of its bytes: '" + text + "'");
    }
    return bytes;
  }

  /**
   * Reads a hash of 32 bytes in base64.
   *
   * @throws LogFormatException when it is anything else
   */
  public static byte[] hash(String base64) {
    byte[] hash = fromBase64(base64);
    if (hash.length != LogHash.BYTES) {
      throw new LogFormatException("a hash has 32 bytes, not " + hash.length);
    }
    return hash;
  }

  /**
   * Reads a size, an index or a time: ASCII digits without sign or leading zeros.
   *
   * @return 0 to 2^63 - 1
   * @throws LogFormatException when it is anything else
   */
  public static long decimal(String digits) {
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= LONGEST_DECIMAL
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    if (!plain) {
      throw new LogFormatException("not a decimal number without leading zeros: '" + digits + "'");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new LogFormatException("more than 2^63 - 1: " + digits, e);
    }
  }

  /**
   * Decodes UTF-8.
   *
   * @throws LogFormatException when the bytes are not UTF-8; nothing is replaced
   */
  public static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new LogFormatException("not UTF-8", e);
    }
  }

  /**
   * Encodes as UTF-8.
   *
   * @throws LogFormatException for half of a surrogate pair, which UTF-8 cannot carry
   */
  public static byte[] utf8(String text) {
    try {
      ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new LogFormatException("half of a surrogate pair", e);
    }
  }
}
