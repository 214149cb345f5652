package org.accordledger.log.note;

import org.accordledger.log.LogFormatException;

/** A secret key that signs notes. Its text form is a secret; its {@code toString} is not. */
public final class SignerKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final VerifierKey verifier;
  private final byte[] secret;

  private SignerKey(String name, SignatureType type, byte[] secret) {
    this.verifier = VerifierKey.of(name, type, Ed25519.publicKey(secret));
    this.secret = secret;
  }

  /**
   * A new key, from the platform's secure randomness.
   *
   * @throws LogFormatException when the name cannot stand in a signature line
   */
  public static SignerKey generate(String name, SignatureType type) {
    return new SignerKey(name, type, Ed25519.newSecret());
  }

  /**
   * Reads {@code PRIVATE+KEY+<name>+<hex key id>+<base64(type ‖ 32 secret bytes)>}, the form that
   * Go's note package stores keys in.
   *
   * @throws LogFormatException for any other text, also when the id is not the one of the key; the
   *     message does not repeat the text
   */
  public static SignerKey parse(String encoded) {
    if (!encoded.startsWith(PREFIX)) {
      throw new LogFormatException("a secret key begins with " + PREFIX);
    }
    KeyText text;
    try {
      text = KeyText.parse(encoded.substring(PREFIX.length()));
    } catch (LogFormatException e) {
      // without the cause: its message may hold part of the key
      throw new LogFormatException("not a secret key: wrong name, base64, length or type");
    }
    SignerKey key = new SignerKey(text.name(), text.type(), text.key());
    if (!KeyName.hex(key.verifier.id()).equals(text.id())) {
      throw new LogFormatException("this secret key has the id of another one");
    }
    return key;
  }

  /** What {@link #parse} reads. Keep it secret. */
  public String encoded() {
    return PREFIX + KeyText.of(verifier, secret);
  }

  /** The public half. */
  public VerifierKey verifier() {
    return verifier;
  }

  byte[] sign(byte[] message) {
    return Ed25519.sign(secret, message);
  }

  void require(SignatureType type) {
    if (verifier.type() != type) {
      throw new IllegalArgumentException(
          "%s signs as %s, not as %s".formatted(verifier.name(), verifier.type(), type));
    }
  }

  @Override
  public String toString() {
    return "secret key of " + verifier;
  }
}
