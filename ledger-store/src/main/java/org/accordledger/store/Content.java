package org.accordledger.store;

import java.security.SecureRandom;
import org.accordledger.log.LogHash;
import org.jspecify.annotations.Nullable;

/**
 * A text or file that stands beside the events, which name it by {@code ref}.
 *
 * @param ref base64url without padding of SHA-256(salt ‖ bytes), 43 characters
 * @param salt 32 random bytes, so that nobody can guess a short text from its ref
 * @param language BCP 47 tag of a text
 * @param marking who may see it, as the owner of the content spells it
 */
public record Content(
    String ref,
    byte[] salt,
    String mediaType,
    @Nullable String language,
    byte[] bytes,
    String marking) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public Content {
    if (!ref.equals(LogHash.commitment(salt, bytes))) {
      throw new IllegalArgumentException("content " + ref + " is not the digest of its bytes");
    }
  }

  /** Gives bytes a fresh salt and the ref that follows from it. */
  public static Content of(
      String mediaType, @Nullable String language, byte[] bytes, String marking) {
    byte[] salt = new byte[LogHash.SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] kept = bytes.clone();
    return new Content(LogHash.commitment(salt, kept), salt, mediaType, language, kept, marking);
  }
}
