package org.accordledger.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.accordledger.log.LogText;

/** The bytes of a cosignature: u64 big-endian unix seconds ‖ Ed25519 signature. */
final class CosignatureValue {
  private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_BYTES;

  private CosignatureValue() {}

  static byte[] sign(SignerKey witness, String body, long unixSeconds) {
    return ByteBuffer.allocate(LENGTH)
        .putLong(unixSeconds)
        .put(witness.sign(message(body, unixSeconds)))
        .array();
  }

  static boolean verifies(byte[] publicKey, String body, byte[] value) {
    // a time beyond 2^63 - 1 is not allowed, and reads as a negative one here
    return value.length == LENGTH
        && seconds(value) >= 0
        && Ed25519.verifies(
            publicKey,
            message(body, seconds(value)),
            Arrays.copyOfRange(value, Long.BYTES, LENGTH));
  }

  static long seconds(byte[] value) {
    return ByteBuffer.wrap(value).getLong();
  }

  private static byte[] message(String body, long unixSeconds) {
    return LogText.utf8("cosignature/v1\ntime " + unixSeconds + "\n" + body);
  }
}
