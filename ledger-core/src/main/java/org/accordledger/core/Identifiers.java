package org.accordledger.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The one check behind every identifier type. */
public final class Identifiers {
  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

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
    // replay reads millions of identifiers of a dozen kinds
    Pattern compiled = COMPILED.computeIfAbsent(pattern, Pattern::compile);
    if (value == null || !compiled.matcher(value).matches()) {
      throw new InvalidValue(field, "must match " + pattern);
    }
  }
}
