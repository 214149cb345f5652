package org.accordledger.log.note;

import java.util.Arrays;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;

/** {@code <name>+<hex id>+<base64(type ‖ key)>}, as which keys are written, secret or public. */
record KeyText(String name, String id, SignatureType type, byte[] key) {

  static KeyText parse(String text) {
    // base64 has plus signs of its own: only the first two divide
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new LogFormatException("a key is written <name>+<hex id>+<base64>");
    }
    KeyName.require(parts[0]);
    byte[] typeAndKey = LogText.fromBase64(parts[2]);
    if (typeAndKey.length != 1 + Ed25519.KEY_BYTES) {
      throw new LogFormatException("an Ed25519 key has 32 bytes after its type");
    }
    return new KeyText(
        parts[0],
        parts[1],
        SignatureType.of(typeAndKey[0]),
        Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
  }

  static String of(VerifierKey named, byte[] key) {
    byte[] typeAndKey = new byte[1 + key.length];
    typeAndKey[0] = named.type().code();
    System.arraycopy(key, 0, typeAndKey, 1, key.length);
    return named.name() + "+" + KeyName.hex(named.id()) + "+" + LogText.base64(typeAndKey);
  }
}
