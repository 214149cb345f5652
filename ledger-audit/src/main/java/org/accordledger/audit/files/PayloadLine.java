package org.accordledger.audit.files;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.accordledger.core.codec.JsonFault;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * A line of the payload download: a payload with its salt, or that it is withheld from whoever
 * downloaded it.
 *
 * @param payload canonical JSON, whose UTF-8 bytes are the payload bytes; null if withheld
 * @param salt base64url without padding of 32 bytes; null if withheld
 * @param withheld true, or absent
 */
public record PayloadLine(
    long position, @Nullable String payload, @Nullable String salt, @Nullable Boolean withheld) {
  private static final ObjectReader READER = LedgerJson.mapper().readerFor(PayloadLine.class);

  /**
   * Reads a line.
   *
   * @throws LogFormatException when it is none, or one of another position
   */
  public static PayloadLine parse(byte[] bytes, long position) {
    PayloadLine line;
    try {
      line = READER.readValue(bytes);
    } catch (JacksonException e) {
      JsonFault fault = JsonFault.of(e);
      throw new LogFormatException(
          "not a line of payloads: " + fault.pointer() + " " + fault.reason(), e);
    }
    if (line.position != position) {
      throw new LogFormatException("the payload of position " + line.position + " stands here");
    }
    boolean given = line.payload != null && line.salt != null;
    boolean kept = line.payload == null && line.salt == null;
    boolean hidden = Boolean.TRUE.equals(line.withheld);
    if (hidden ? !kept : !given || line.withheld != null) {
      throw new LogFormatException("neither a payload with its salt nor withheld");
    }
    return line;
  }

  /** Whether the payload is withheld from whoever downloaded it. */
  public boolean isWithheld() {
    return payload == null;
  }

  /**
   * The bytes the commitment is about.
   *
   * @throws IllegalStateException when they are withheld
   */
  public byte[] bytes() {
    if (payload == null) {
      throw new IllegalStateException("the payload of position " + position + " is withheld");
    }
    return payload.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What the leaf of this payload has to say about it.
   *
   * @throws LogFormatException when the salt is not 32 bytes in base64url without padding
   */
  public String commitment() {
    return LogHash.commitment(saltBytes(), bytes());
  }

  private byte[] saltBytes() {
    String text = salt == null ? "" : salt;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == LogHash.SALT_BYTES
          && Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new LogFormatException("a salt that is not base64url", e);
    }
    throw new LogFormatException("a salt is 32 bytes in base64url without padding");
  }
}
