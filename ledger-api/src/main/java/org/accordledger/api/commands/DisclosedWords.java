package org.accordledger.api.commands;

import java.util.Base64;
import org.accordledger.core.InvalidValue;
import org.accordledger.log.LogHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of a text that was committed before become content under the salt of the commitment:
 * the reference that names the content then is the digest that was committed, or the words are
 * others.
 */
final class DisclosedWords {
  private static final String WORDS = "words";
  private static final String SALT = "salt";

  private DisclosedWords() {}

  /** Replaces the words in a body by the digest they give; leaves alone what is not there. */
  static void replace(ObjectNode body, ContentIntake intake) {
    JsonNode words = body.path(WORDS);
    JsonNode salt = body.path(SALT);
    if (!words.isString() || !salt.isString()) {
      return;
    }
    String language = body.path("language").asString(null);
    byte[] bytes = bytes(salt.stringValue());
    try {
      body.put(WORDS, intake.takeSalted(words.stringValue(), language, bytes).value());
    } catch (InvalidValue e) {
      throw RequestReader.invalid("/" + WORDS, "must be text, not blank");
    }
  }

  private static byte[] bytes(String salt) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(salt);
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != LogHash.SALT_BYTES) {
      throw RequestReader.invalid(
          "/" + SALT, "must be 32 bytes in base64url, as the digest was made with");
    }
    return bytes;
  }
}
