package org.accordledger.api.commands;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exhibit may carry its text: the text becomes content under the stricter of the exhibit's and
 * the case's marking, and digest and size follow from it. Content is not named in any other way.
 */
final class ExhibitTexts {
  /** Where an exhibit's event names its content; a request never does. */
  static final String CONTENT = "content";

  static final String TEXT = "text";
  private static final List<String> KINDS_OF_TEXT =
      List.of("text/plain", "text/csv", "application/json", "application/x-ndjson");

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
    for (String follows : new String[] {CONTENT, "sha256", "size"}) {
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
    String mediaType = mediaType(exhibit, pointer);
    exhibit.put(
        CONTENT, intake.take(text.stringValue(), null, marking(exhibit), mediaType).value());
    exhibit.put("sha256", sha256(bytes));
    exhibit.put("size", bytes.length);
    exhibit.put("media_type", mediaType);
  }

  /** Plain text, unless the exhibit says which of the other kinds of text it is. */
  private static String mediaType(ObjectNode exhibit, String pointer) {
    String stated = exhibit.path("media_type").asString(ContentIntake.TEXT);
    if (!stated.equals(ContentIntake.TEXT) && !KINDS_OF_TEXT.contains(stated)) {
      throw RequestReader.invalid(
          pointer + "/media_type", "must be one of " + KINDS_OF_TEXT + " beside text");
    }
    return stated;
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
