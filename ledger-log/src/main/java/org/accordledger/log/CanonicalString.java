package org.accordledger.log;

/** A JSON string as RFC 8785 writes it: the two-letter escapes where JSON has them, else least. */
final class CanonicalString {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private CanonicalString() {}

  /**
   * Appends {@code text} in quotes.
   *
   * @throws IllegalArgumentException when the text holds half of a surrogate pair, which UTF-8
   *     cannot carry
   */
  static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        escape(out, c);
      } else {
        if (Character.isSurrogate(c)) {
          requirePair(text, i);
          out.append(c);
          i++;
          c = text.charAt(i);
        }
        out.append(c);
      }
    }
    out.append('"');
  }

  private static void escape(StringBuilder out, char c) {
    out.append('\\');
    switch (c) {
      case '"', '\\' -> out.append(c);
      case '\b' -> out.append('b');
      case '\t' -> out.append('t');
      case '\n' -> out.append('n');
      case '\f' -> out.append('f');
      case '\r' -> out.append('r');
      default -> out.append("u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
    }
  }

  private static void requirePair(String text, int i) {
    boolean pair =
        Character.isHighSurrogate(text.charAt(i))
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
    if (!pair) {
      throw new IllegalArgumentException("half of a surrogate pair at character " + i);
    }
  }
}
