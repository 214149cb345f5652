package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;

/**
 * A clause enters into force in the same decision in which the last acceptance its entry rule needs
 * arrives. An acceptance under a condition or without admission counts like any other: its words
 * are kept beside it.
 *
 * <p>The version holds from the day its text names, else from the day of the last acceptance, and
 * never before the version it replaces. A day that has passed by the last acceptance would bind
 * what was done while nothing held: it is refused, except in an accord kept retrospectively. A
 * party that accepts later still brings in no new version. If both start on one day, the earlier
 * one holds on none.
 */
final class EntryIntoForce {
  private EntryIntoForce() {}

  /**
   * The items that enter into force now.
   *
   * @param offer the offer with the new acceptance already counted
   * @param accepted the items just accepted
   */
  static List<ClauseEnteredIntoForce> of(
      Accord accord, Offer offer, List<ClauseCode> accepted, Filing filed) {
    return accepted.stream()
        .map(offer::item)
        .flatMap(Optional::stream)
        .filter(item -> !offer.inForce().contains(item.code()))
        .filter(
            item -> offer.acceptersOf(item.code()).containsAll(needed(accord, item, filed.day())))
        .map(item -> entered(accord, offer, item, filed))
        .toList();
  }

  /**
   * A clause does not bind from a day before the act that is decided.
   *
   * @param what that act, for the message: {@code its offer}
   */
  static void bindsNothingPast(Accord accord, Clause item, Filing filed, String what) {
    LocalDate from = item.effectiveFrom();
    if (from != null && from.isBefore(filed.day()) && !accord.drafted().retrospective()) {
      throw new Refused(
          AccordRefusal.EFFECTIVE_IN_PAST,
          "clause %s has effective_from %s, and %s is of %s"
              .formatted(item.code(), from, what, filed.day()));
    }
  }

  /** Whether an item of a standing offer can still enter into force: nobody it needs refused it. */
  static boolean isOpen(Accord accord, Offer offer, LocalDate day) {
    return offer.items().stream()
        .filter(item -> !offer.inForce().contains(item.code()))
        .anyMatch(
            item ->
                offer
                    .refusalsOf(item.code())
                    .noneMatch(refusal -> needed(accord, item, day).contains(refusal.party())));
  }

  /**
   * Something of a standing offer is left to withdraw or to lapse: what others ended by refusing it
   * was not ended by who made it.
   */
  static void leavesSomethingOpen(
      Accord accord, Offer offer, LocalDate day, RefusalCode otherwise) {
    if (!isOpen(accord, offer, day)) {
      throw new Refused(
          otherwise,
          "every item of offer %s is in force, or was refused by a party it needs"
              .formatted(offer.id()));
    }
  }

  /** Whose acceptance it takes on a day: who has left by then is not waited for. */
  static Set<BodyId> needed(Accord accord, Clause item, LocalDate day) {
    Set<BodyId> needed =
        new HashSet<>(
            switch (item.entry().needs()) {
              case ALL_PARTIES -> accord.parties();
              case NAMED -> item.entry().parties();
            });
    needed.removeIf(party -> accord.observance().hasLeft(party, day));
    return needed;
  }

  private static ClauseEnteredIntoForce entered(
      Accord accord, Offer offer, Clause item, Filing filed) {
    Optional<ClauseInForce> previous = accord.newestVersionOf(item.code());
    LocalDate named = item.effectiveFrom();
    bindsNothingPast(accord, item, filed, "the last acceptance it needs");
    LocalDate from = named != null ? named : filed.day();
    if (previous.isPresent() && from.isBefore(previous.get().from())) {
      from = previous.get().from();
    }
    return new ClauseEnteredIntoForce(
        offer.id(),
        item.code(),
        previous.map(ClauseInForce::version).orElse(0) + 1,
        from,
        ClauseCheck.missingIn(item).isEmpty(),
        filed);
  }
}
