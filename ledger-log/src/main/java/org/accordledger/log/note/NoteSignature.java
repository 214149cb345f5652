package org.accordledger.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;

/** One signature line of a note; what it says is not verified yet. */
public final class NoteSignature {
  private static final String DASH = "\u2014 ";
  private static final int ID_BYTES = 4;

  private final String name;
  private final int keyId;
  private final byte[] value;

  NoteSignature(VerifierKey key, byte[] value) {
    this(key.name(), key.id(), value);
  }

  private NoteSignature(String name, int keyId, byte[] value) {
    this.name = name;
    this.keyId = keyId;
    this.value = value;
  }

  /**
   * Reads {@code — <name> <base64(key id ‖ signature)>}, without a newline.
   *
   * @throws LogFormatException for any other line
   */
  public static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new LogFormatException("not a signature line: '" + line + "'");
    }
    String name = line.substring(DASH.length(), space);
    KeyName.require(name);
    byte[] idAndValue = LogText.fromBase64(line.substring(space + 1));
    if (idAndValue.length <= ID_BYTES) {
      throw new LogFormatException("a signature line without a signature: '" + line + "'");
    }
    return new NoteSignature(
        name,
        ByteBuffer.wrap(idAndValue).getInt(),
        Arrays.copyOfRange(idAndValue, ID_BYTES, idAndValue.length));
  }

  /** The line, without a newline. */
  public String line() {
    ByteBuffer idAndValue = ByteBuffer.allocate(ID_BYTES + value.length).putInt(keyId).put(value);
    return DASH + name + " " + LogText.base64(idAndValue.array());
  }

  /** The name of the key that is said to have signed. */
  public String name() {
    return name;
  }

  /** The id of the key that is said to have signed. */
  public int keyId() {
    return keyId;
  }

  byte[] value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature signature && line().equals(signature.line());
  }

  @Override
  public int hashCode() {
    return line().hashCode();
  }

  @Override
  public String toString() {
    return line();
  }
}
