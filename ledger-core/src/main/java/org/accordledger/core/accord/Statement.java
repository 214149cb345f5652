package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;

/**
 * What a party said of a clause when or after it accepted it.
 *
 * @param number within the accord, from 1
 * @param since the day it was said, from which a reservation holds
 */
public record Statement(
    int number,
    Kind kind,
    BodyId party,
    ClauseCode clause,
    Map<LanguageTag, String> text,
    LocalDate since) {

  /** A reservation takes something out of what a party owes; an understanding only explains. */
  public enum Kind {
    RESERVATION,
    UNDERSTANDING
  }

  /** The reservation with its text in every language, as a ruling cites it. */
  public String cited() {
    StringBuilder cited =
        new StringBuilder(
            "reservation %d of %s to clause %s, entered on %s:"
                .formatted(number, party, clause, since));
    new TreeMap<>(text)
        .forEach(
            (language, words) ->
                cited.append(" (").append(language).append(") ").append(words.strip()));
    return cited.toString();
  }
}
