package org.accordledger.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/**
 * Reads a leaf by walking along the one way it can be written. What it makes of the bytes is then
 * written again and has to give the same bytes, so that the walk itself may be brief.
 */
final class LeafReader {
  private static final int TIME_LENGTH = "2026-03-04T05:06:07.000089Z".length();

  private final String json;
  private int at;

  private LeafReader(String json) {
    this.json = json;
  }

  static Leaf read(byte[] bytes) {
    if (bytes.length > Leaf.MAX_BYTES) {
      throw new LogFormatException("a leaf has at most 65,535 bytes, not " + bytes.length);
    }
    Leaf leaf;
    byte[] again;
    try {
      leaf = new LeafReader(LogText.utf8(bytes)).leaf();
      again = leaf.bytes();
    } catch (LogFormatException e) {
      throw e;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new LogFormatException("not a leaf: " + e.getMessage(), e);
    }
    if (!Arrays.equals(again, bytes)) {
      throw new LogFormatException("a leaf that is not written canonically");
    }
    return leaf;
  }

  private Leaf leaf() {
    expect("{\"commitment\":\"");
    String commitment = next(Leaf.COMMITMENT_LENGTH);
    expect("\",\"id\":\"");
    UUID id = UUID.fromString(next(Leaf.ID_LENGTH));
    expect("\",\"source\":\"");
    String origin = string();
    expect(",\"specversion\":\"1.0\",\"streamversion\":\"");
    long streamVersion = LogText.decimal(string());
    expect(",\"subject\":\"");
    String streamId = string();
    expect(",\"time\":\"");
    Instant time = time(next(TIME_LENGTH));
    expect("\",\"type\":\"" + Leaf.TYPE_PREFIX);
    String type = string();
    expect("}");
    if (at != json.length()) {
      throw new LogFormatException("a leaf followed by " + (json.length() - at) + " characters");
    }
    return new Leaf(origin, id, type, streamId, streamVersion, time, commitment);
  }

  private void expect(String literal) {
    if (!json.startsWith(literal, at)) {
      throw new LogFormatException("no leaf: expected " + literal + " at character " + at);
    }
    at += literal.length();
  }

  private String next(int length) {
    if (json.length() - at < length) {
      throw new LogFormatException("a leaf that ends early");
    }
    at += length;
    return json.substring(at - length, at);
  }

  /** The rest of a JSON string whose first quote has been read. */
  private String string() {
    StringBuilder text = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escaped(next()) : c);
    }
  }

  private char next() {
    if (at == json.length()) {
      throw new LogFormatException("a leaf that ends early");
    }
    return json.charAt(at++);
  }

  private char escaped(char letter) {
    return switch (letter) {
      case '"', '\\' -> letter;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> (char) Integer.parseInt(next(4), 16);
      default -> throw new LogFormatException("no such escape in canonical JSON: \\" + letter);
    };
  }

  /** Cut by hand: the formatter of {@code java.time} costs more than hashing the leaf. */
  private static Instant time(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            1000 * number(text, 20, 26))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
