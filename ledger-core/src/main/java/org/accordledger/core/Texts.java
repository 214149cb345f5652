package org.accordledger.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.regex.Pattern;

/**
 * The bounds of the short texts that stand in events themselves, where nothing can be taken back.
 * Long texts are content beside the events. Asked when something is filed, and not of what was
 * stored: that stays readable whatever is asked later.
 */
public final class Texts {
  /** Most characters of a title. */
  public static final int TITLE = 300;

  /** Most characters of a key that another system gave. */
  public static final int FOREIGN_KEY = 200;

  /** Most characters of an address. */
  public static final int LINK = 2_000;

  /** Most characters of a text that parties are held to or that is read as a term's meaning. */
  public static final int PROVISION = 20_000;

  /** Most characters of a text that somebody files and that stands beside the events. */
  public static final int CONTENT = 100_000;

  private static final Pattern HTTP = Pattern.compile("(?i)https?://[^/?#\\s]+.*");

  private Texts() {}

  /**
   * Requires one line that says something and reads the same everywhere: not blank, no control
   * characters or line breaks, none of the marks that turn the direction of what follows (UAX 9,
   * section 2), which would let a text look like another. Letters of every script are welcome.
   *
   * @param most characters (code points)
   * @throws InvalidValue if it is not
   */
  public static void requireLine(String field, String text, int most) {
    if (text.isBlank()) {
      throw new InvalidValue(field, "must not be blank");
    }
    if (text.codePoints().anyMatch(Texts::breaksTheLine)) {
      throw new InvalidValue(
          field, "must be one line without control or direction-changing characters");
    }
    if (text.codePointCount(0, text.length()) > most) {
      throw new InvalidValue(field, "must have at most " + most + " characters");
    }
  }

  /**
   * Requires a text that says something and reads the same everywhere: as {@link #requireLine}, but
   * lines may end and be indented.
   *
   * @param most characters (code points)
   * @throws InvalidValue if it is not
   */
  public static void requireText(String field, String text, int most) {
    if (text.isBlank()) {
      throw new InvalidValue(field, "must not be blank");
    }
    if (text.codePoints().anyMatch(c -> c != '\n' && c != '\t' && breaksTheLine(c))) {
      throw new InvalidValue(field, "must be without control or direction-changing characters");
    }
    if (text.codePointCount(0, text.length()) > most) {
      throw new InvalidValue(field, "must have at most " + most + " characters");
    }
  }

  private static boolean breaksTheLine(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean separates = c == 0x2028 || c == 0x2029;
    return turns || separates || Character.isISOControl(c);
  }

  /**
   * Requires an address that a browser may open: http or https, with a host, on one line. What the
   * web really holds is not always a URI by RFC 3986, so more is not asked.
   *
   * @throws InvalidValue if it is not
   */
  public static void requireLink(String field, String link) {
    requireLine(field, link, LINK);
    if (!HTTP.matcher(link).matches()) {
      throw new InvalidValue(field, "must be an http or https address");
    }
  }

  /**
   * Requires a list that is not endless.
   *
   * @throws InvalidValue if it is
   */
  public static void requireAtMost(String field, Collection<?> values, int most) {
    if (values.size() > most) {
      throw new InvalidValue(field, "must have at most " + most + " entries");
    }
  }

  /**
   * Requires a list in which nothing stands twice and that is not endless.
   *
   * @throws InvalidValue if it is not
   */
  public static void requireDistinct(String field, Collection<?> values, int most) {
    requireAtMost(field, values, most);
    if (new HashSet<>(values).size() != values.size()) {
      throw new InvalidValue(field, "must not have an entry twice");
    }
  }
}
