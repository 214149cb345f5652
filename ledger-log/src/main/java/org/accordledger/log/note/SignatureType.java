package org.accordledger.log.note;

import org.accordledger.log.LogFormatException;

/** What a key signs and how, as its first byte says (c2sp.org/signed-note, signature types). */
public enum SignatureType {
  /** Ed25519 over the text of a note: what logs and certificates are signed with. */
  NOTE(0x01),
  /** Ed25519 over a time and a checkpoint, cosignature/v1: what witnesses sign with. */
  COSIGNATURE_V1(0x04);

  private final byte code;

  SignatureType(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static SignatureType of(byte code) {
    for (SignatureType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new LogFormatException(
        "no signature type known here: 0x%02x".formatted(Byte.toUnsignedInt(code)));
  }
}
