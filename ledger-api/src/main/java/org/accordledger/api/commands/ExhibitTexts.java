package org.accordledger.api.commands;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exhibit may carry its text instead of a file: the text becomes content, and digest, size and
 * media type follow from it.
 */
final class ExhibitTexts {
  private static final String TEXT = "text";

  private ExhibitTexts() {}

  /** Replaces the texts of the exhibits in a body, wherever the command has them. */
  static void replace(ObjectNode body, ContentIntake intake) {
    replaceIn(body.at("/exhibits"), "/exhibits", intake);
    replaceIn(body.at("/allegation/exhibits"), "/allegation/exhibits", intake);
  }

  private static void replaceIn(JsonNode exhibits, String pointer, ContentIntake intake) {
    for (int i = 0; exhibits.isArray() && i < exhibits.size(); i++) {
      if (exhibits.get(i) instanceof ObjectNode exhibit && exhibit.has(TEXT)) {
        replaceIn(exhibit, pointer + "/" + i, intake);
      }
    }
  }

  private static void replaceIn(ObjectNode exhibit, String pointer, ContentIntake intake) {
    JsonNode text = exhibit.remove(TEXT);
    if (!text.isString()) {
      throw RequestReader.invalid(pointer + "/text", "must be a string: the plain text");
    }
    for (String follows : new String[] {"content", "sha256", "size", "media_type"}) {
      if (exhibit.has(follows)) {
        throw RequestReader.invalid(
            pointer + "/" + follows, "is not known here beside text: it follows from the text");
      }
    }
    byte[] bytes;
    try {
      bytes = ContentIntake.bytes(text.stringValue());
    } catch (InvalidValue e) {
      throw RequestReader.invalid(pointer + "/text", "must be text, not blank");
    }
    exhibit.put("content", intake.take(text.stringValue(), null, marking(exhibit)).value());
    exhibit.put("sha256", sha256(bytes));
    exhibit.put("size", bytes.length);
    exhibit.put("media_type", ContentIntake.TEXT);
  }

  /** What the node states; the strictest if it states none that exists, which is then refused. */
  static Marking marking(JsonNode marked) {
    String stated = marked.path("marking").asString("").toUpperCase(Locale.ROOT);
    for (Marking marking : Marking.values()) {
      if (marking.name().equals(stated)) {
        return marking;
      }
    }
    return Marking.RED;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
