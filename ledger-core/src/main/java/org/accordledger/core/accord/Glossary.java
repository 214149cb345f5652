package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.accordledger.core.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * How the parties and the panels read the terms of an accord.
 *
 * @param version raised by each agreement and dispute, 0 before the first
 * @param readings every version of every term in every language, in the order they were made
 * @param interpretations of panels, oldest first
 */
public record Glossary(int version, List<Reading> readings, List<Interpretation> interpretations) {
  static final Glossary EMPTY = new Glossary(0, List.of(), List.of());

  /** Whether the parties share a reading. */
  public enum Sharing {
    /** Every party agreed to it. */
    AGREED,
    /** A party gave a reading of its own against it. */
    DISPUTED,
    /** Not every party has spoken. */
    OPEN
  }

  /**
   * One version of a term in one language.
   *
   * @param version from 1
   * @param stands what each party that spoke says of it, its latest word
   */
  public record Reading(
      TermCode term, LanguageTag language, int version, String text, Map<BodyId, Stand> stands) {
    boolean isOf(TermCode ofTerm, LanguageTag inLanguage) {
      return term.equals(ofTerm) && language.equals(inLanguage);
    }

    /**
     * Whether it is shared.
     *
     * @param parties that are bound
     */
    public Sharing sharing(Collection<BodyId> parties) {
      if (stands.values().stream().anyMatch(stand -> stand.own() != null)) {
        return Sharing.DISPUTED;
      }
      return stands.keySet().containsAll(parties) ? Sharing.AGREED : Sharing.OPEN;
    }

    Reading with(BodyId party, Stand stand) {
      return new Reading(term, language, version, text, Copies.with(stands, party, stand));
    }
  }

  /**
   * What a party says of a reading.
   *
   * @param own the reading it holds against it; null if it agrees
   */
  public record Stand(@Nullable String own, LocalDate since) {}

  /** A panel's reading of a term. */
  public record Interpretation(
      int number, TermCode term, LanguageTag language, String text, LocalDate since) {}

  /** The versions of a term in a language, oldest first. */
  List<Reading> of(TermCode term, LanguageTag language) {
    return readings.stream().filter(reading -> reading.isOf(term, language)).toList();
  }

  Optional<Reading> version(TermCode term, LanguageTag language, int number) {
    return of(term, language).stream().filter(reading -> reading.version() == number).findFirst();
  }

  /** The version with exactly this text. */
  Optional<Reading> saying(TermCode term, LanguageTag language, String text) {
    return of(term, language).stream().filter(reading -> reading.text().equals(text)).findFirst();
  }

  Glossary after(ObservanceEvent.TermAgreed event) {
    Stand stand = new Stand(null, event.filed().day());
    Optional<Reading> known = version(event.term(), event.language(), event.version());
    if (known.isPresent()) {
      return standing(known.get(), event.party(), stand);
    }
    Reading made =
        new Reading(
            event.term(),
            event.language(),
            event.version(),
            event.reading(),
            Map.of(event.party(), stand));
    return new Glossary(version + 1, Copies.with(readings, made), interpretations);
  }

  Glossary after(ObservanceEvent.TermDisputed event) {
    Reading disputed =
        version(event.term(), event.language(), event.version())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no version %d of %s".formatted(event.version(), event.term())));
    return standing(disputed, event.party(), new Stand(event.reading(), event.filed().day()));
  }

  Glossary after(ObservanceEvent.InterpretationRecorded event) {
    Interpretation made =
        new Interpretation(
            event.number(), event.term(), event.language(), event.reading(), event.filed().day());
    return new Glossary(version, readings, Copies.with(interpretations, made));
  }

  private Glossary standing(Reading reading, BodyId party, Stand stand) {
    List<Reading> next =
        readings.stream().map(one -> one.equals(reading) ? one.with(party, stand) : one).toList();
    return new Glossary(version + 1, next, interpretations);
  }
}
