package org.accordledger.log.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.accordledger.log.LogFormatException;

/** Ed25519 of the platform over keys as RFC 8032 writes them: 32 bytes, secret or public. */
final class Ed25519 {
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final String NAME = "Ed25519";

  // what stands before the 32 bytes of a key in RFC 8410, so that the platform takes them
  private static final byte[] BEFORE_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] BEFORE_SECRET =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private Ed25519() {}

  static byte[] newSecret() {
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /**
   * The public key of a secret. The platform derives one only when it makes a new pair, so it is
   * given the secret as the randomness it asks for; {@link SignerKey} compares the outcome with the
   * key id it has stored, and signing and verifying would not agree if a platform did otherwise.
   */
  static byte[] publicKey(byte[] secret) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance(NAME);
      pairs.initialize(NamedParameterSpec.ED25519, new Given(secret));
      byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
      byte[] key = new byte[KEY_BYTES];
      System.arraycopy(encoded, BEFORE_PUBLIC.length, key, 0, KEY_BYTES);
      return key;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static byte[] sign(byte[] secret, byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(NAME)
              .generatePrivate(new PKCS8EncodedKeySpec(join(BEFORE_SECRET, secret)));
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /**
   * Whether the signature is one of the message by the key.
   *
   * @throws LogFormatException when the key is no point of the curve
   */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature check = verifier(publicKey);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /**
   * @throws LogFormatException when the bytes are not a public key
   */
  static void requireKey(byte[] publicKey) {
    if (publicKey.length != KEY_BYTES) {
      throw new LogFormatException("an Ed25519 key has 32 bytes, not " + publicKey.length);
    }
    try {
      verifier(publicKey);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static Signature verifier(byte[] publicKey) throws GeneralSecurityException {
    try {
      PublicKey key =
          KeyFactory.getInstance(NAME)
              .generatePublic(new X509EncodedKeySpec(join(BEFORE_PUBLIC, publicKey)));
      Signature check = Signature.getInstance(NAME);
      check.initVerify(key);
      return check;
    } catch (InvalidKeySpecException | InvalidKeyException e) {
      throw new LogFormatException("no public key of Ed25519", e);
    }
  }

  private static byte[] join(byte[] before, byte[] key) {
    byte[] joined = new byte[before.length + key.length];
    System.arraycopy(before, 0, joined, 0, before.length);
    System.arraycopy(key, 0, joined, before.length, key.length);
    return joined;
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has Ed25519", e);
  }

  /** Randomness that has been decided. */
  private static final class Given extends SecureRandom {
    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
