package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;

/** What holds for whatever is done under an accord that was agreed. */
final class ObservanceRules {
  private ObservanceRules() {}

  /** A party that is bound, through one of its own accounts, while the accord stands. */
  static void actsAsAParty(Accord accord, BodyId party, Filing filed) {
    PartyRules.isParty(accord, party);
    FilingRules.actsFor(filed, party);
    isStillBound(accord, party, filed);
  }

  /** Under an accord that has ended, or by a party that has left, nobody is bound any more. */
  static void isStillBound(Accord accord, BodyId party, Filing filed) {
    stands(accord, filed);
    if (accord.observance().hasLeft(party, filed.day())) {
      throw new Refused(
          ObservanceRefusal.PARTY_HAS_LEFT,
          "%s has left %s: other parties can still act".formatted(party, accord.id()));
    }
  }

  static void stands(Accord accord, Filing filed) {
    LocalDate end = accord.observance().terminatedFrom();
    if (end != null && !filed.day().isBefore(end)) {
      throw new Refused(
          ObservanceRefusal.ACCORD_TERMINATED,
          "%s ended on %s: draft another accord that cites it".formatted(accord.id(), end));
    }
  }

  /**
   * What releases or binds does so from the day of filing at the earliest.
   *
   * @param field the place of the day in the words of the API
   */
  static void notBeforeFiling(String field, LocalDate day, Filing filed) {
    if (day.isBefore(filed.day())) {
      throw new Refused(
          ObservanceRefusal.DAY_HAS_PASSED,
          "%s %s is before the day of filing, %s: name that day or a later one"
              .formatted(field, day, filed.day()));
    }
  }

  /** A party speaks of what it owes, or would owe once an offer is accepted. */
  static void owes(Accord accord, BodyId party, ClauseCode clause) {
    knows(accord, clause);
    boolean bound =
        accord.offers().values().stream()
            .flatMap(offer -> offer.item(clause).stream())
            .anyMatch(item -> item.boundParties().isEmpty() || item.boundParties().contains(party));
    if (!bound) {
      throw new Refused(
          ObservanceRefusal.CLAUSE_NOT_OWED,
          "clause %s does not bind %s: name a clause that does".formatted(clause, party));
    }
  }

  static void knows(Accord accord, ClauseCode clause) {
    if (!accord.terms().offered().contains(clause)) {
      throw new Refused(
          AccordRefusal.UNKNOWN_CLAUSE,
          "there is no clause %s: offered were %s".formatted(clause, accord.terms().offered()));
    }
  }

  /** A text that parties are held to stands in the event, in declared languages and bounded. */
  static void hasProvision(Accord accord, Map<LanguageTag, String> text) {
    DraftRules.hasText("text", text, accord.drafted().languages());
    text.values().forEach(words -> Texts.requireText("text", words, Texts.PROVISION));
  }

  static void speaks(Accord accord, LanguageTag language) {
    if (!accord.drafted().languages().contains(language)) {
      throw new Refused(
          AccordRefusal.LANGUAGE_NOT_DECLARED,
          "the reading is given in %s, and the accord's languages are %s"
              .formatted(language, accord.drafted().languages()));
    }
  }
}
