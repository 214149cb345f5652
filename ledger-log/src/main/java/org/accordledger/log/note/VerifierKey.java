package org.accordledger.log.note;

import java.util.Arrays;
import java.util.Objects;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;

/** A public key that signatures of notes are verified with (c2sp.org/signed-note). */
public final class VerifierKey {
  private final String name;
  private final SignatureType type;
  private final byte[] publicKey;
  private final int id;

  private VerifierKey(String name, SignatureType type, byte[] publicKey) {
    KeyName.require(name);
    Ed25519.requireKey(publicKey);
    this.name = name;
    this.type = type;
    this.publicKey = publicKey;
    this.id = KeyName.id(name, type, publicKey);
  }

  /**
   * The key of these 32 bytes.
   *
   * @throws LogFormatException when the name cannot stand in a signature line or the bytes are not
   *     a public key
   */
  public static VerifierKey of(String name, SignatureType type, byte[] publicKey) {
    return new VerifierKey(name, type, publicKey.clone());
  }

  /**
   * Reads {@code <name>+<hex key id>+<base64(type ‖ public key)>}.
   *
   * @throws LogFormatException for any other text, also when the id is not the one of the key
   */
  public static VerifierKey parse(String vkey) {
    KeyText text = KeyText.parse(vkey);
    String id = KeyName.hex(KeyName.id(text.name(), text.type(), text.key()));
    if (!id.equals(text.id())) {
      throw new LogFormatException("the key id of " + vkey + " is " + id);
    }
    return new VerifierKey(text.name(), text.type(), text.key());
  }

  /** The name; with the id it says whether a signature line is one of this key's. */
  public String name() {
    return name;
  }

  /** First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), big-endian. */
  public int id() {
    return id;
  }

  /** What signatures of this key look like and say. */
  public SignatureType type() {
    return type;
  }

  /** What {@link #parse} reads. */
  public String encoded() {
    return KeyText.of(this, publicKey);
  }

  boolean made(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == id;
  }

  /** Whether {@code value}, as it stands in a signature line of this key, is one of the text. */
  boolean verifies(String text, byte[] value) {
    return switch (type) {
      case NOTE -> Ed25519.verifies(publicKey, LogText.utf8(text), value);
      case COSIGNATURE_V1 -> CosignatureValue.verifies(publicKey, text, value);
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key
        && name.equals(key.name)
        && type == key.type
        && Arrays.equals(publicKey, key.publicKey);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, Arrays.hashCode(publicKey));
  }

  @Override
  public String toString() {
    return encoded();
  }
}
