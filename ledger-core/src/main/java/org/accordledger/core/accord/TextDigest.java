package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/**
 * What is known of a restricted text: base64url without padding of SHA-256(salt ‖ UTF-8 bytes), 43
 * characters. Whoever commits to the text chooses the salt of 32 random bytes and keeps it: without
 * it nobody can guess a short text from its digest. Once disclosed, the same digest names the
 * content.
 */
public record TextDigest(String value) {
  public TextDigest {
    Identifiers.require("digest", value, "[A-Za-z0-9_-]{43}");
  }

  @Override
  public String toString() {
    return value;
  }
}
