package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;

/** Where an accord as a whole stands on a day. What single parties owe is told clause by clause. */
public enum AccordStatus {
  /** Nothing was offered yet. */
  DRAFTING,
  /** Something offered can still enter into force, or has not begun to bind. */
  OFFERED,
  /** A clause binds. */
  IN_FORCE,
  /**
   * Clauses are in force, and none is performed by two parties, or by one where only one owes it.
   */
  SUSPENDED,
  /** It ended, or every party has left. */
  TERMINATED,
  /** Nothing can enter into force any more, and a party had refused. */
  REFUSED,
  /** Nothing can enter into force any more, and nobody had refused. */
  LAPSED;

  /** The status as the API shows it, for example {@code in_force}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the accord stands on a day. */
  public static AccordStatus of(Accord accord, LocalDate day) {
    LocalDate end = accord.observance().terminatedFrom();
    boolean allLeft =
        accord.parties().stream().allMatch(party -> accord.observance().hasLeft(party, day));
    if ((end != null && !day.isBefore(end)) || allLeft) {
      return TERMINATED;
    }
    List<ClauseInForce> held =
        accord.clauses().keySet().stream()
            .map(clause -> accord.terms().clauseOn(clause, day))
            .flatMap(Optional::stream)
            .toList();
    if (!held.isEmpty()) {
      return held.stream().anyMatch(version -> isKept(accord, version, day)) ? IN_FORCE : SUSPENDED;
    }
    if (accord.offers().isEmpty()) {
      return DRAFTING;
    }
    boolean comes =
        accord.clauses().values().stream().anyMatch(v -> v.getLast().from().isAfter(day));
    if (comes || accord.offers().values().stream().anyMatch(o -> mayEnter(accord, o, day))) {
      return OFFERED;
    }
    boolean refused =
        accord.offers().values().stream().anyMatch(offer -> !offer.refusals().isEmpty());
    return refused ? REFUSED : LAPSED;
  }

  private static boolean isKept(Accord accord, ClauseInForce version, LocalDate day) {
    List<BodyId> owing = accord.parties().stream().filter(version::binds).toList();
    long performing =
        owing.stream()
            .filter(
                party ->
                    Release.on(accord.observance().releases(), party, version.clause().code(), day)
                        .isEmpty())
            .count();
    return performing >= Math.min(2, owing.size());
  }

  private static boolean mayEnter(Accord accord, Offer offer, LocalDate day) {
    return !offer.withdrawn()
        && !accord.negotiation().lapsed().contains(offer.id())
        && EntryIntoForce.isOpen(accord, offer, day);
  }
}
