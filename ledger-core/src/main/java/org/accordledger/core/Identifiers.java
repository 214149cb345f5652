package org.accordledger.core;

/** The one check behind every identifier type. */
public final class Identifiers {
  private Identifiers() {}

  /**
   * Refuses what does not match.
   *
   * @param field the place of the value in the words of the API
   * @param value the candidate
   * @param pattern the regular expression it must match as a whole
   * @throws InvalidValue if it does not
   */
  public static void require(String field, String value, String pattern) {
    if (value == null || !value.matches(pattern)) {
      throw new InvalidValue(field, "must match " + pattern);
    }
  }
}
