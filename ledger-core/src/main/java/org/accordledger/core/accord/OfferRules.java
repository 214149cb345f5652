package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.FilingRules;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.Clause.EntryRule.Needs;

/**
 * What may be offered, and by whom. Offering is not accepting: the party that offers a text accepts
 * it like every other, in its own filing.
 */
final class OfferRules {
  private static final int MOST_MISSIONS = 20;
  private static final int LONGEST_EMBARGO = 3_650;

  private OfferRules() {}

  static void check(Accord accord, OfferText command) {
    PartyRules.isParty(accord, command.offeredBy());
    FilingRules.actsFor(command.filed(), command.offeredBy());
    if (accord.offers().containsKey(command.offer())) {
      throw new Refused(
          AccordRefusal.OFFER_EXISTS,
          "offer %s was made before: use another id".formatted(command.offer()));
    }
    if (command.source() != null) {
      Texts.requireLine("source", command.source(), Texts.LINK);
    }
    PackageRules.namesItemsOnce(command.items().stream().map(Clause::code).toList());
    for (int i = 0; i < command.items().size(); i++) {
      Clause clause = command.items().get(i);
      checkClause(accord, clause);
      hasARuleForItsWindowOnlyIfItIsAnEmbargo("items." + i, clause);
      readsTheSameEverywhere("items." + i, clause);
      EntryIntoForce.bindsNothingPast(accord, clause, command.filed(), "its offer");
    }
  }

  private static void checkClause(Accord accord, Clause clause) {
    liesInADeclaredBasket(accord, clause);
    DraftRules.hasText(
        "text of clause %s".formatted(clause.code()), clause.text(), accord.drafted().languages());
    hasElementsWithCodesOfTheirOwn(accord, clause);
    bindsOnlyPartiesThatAccept(accord, clause);
    startsNoEarlierThanThePreviousVersion(accord, clause);
  }

  /** What a clause lacks is told by {@link ClauseCheck}; what it has says something. */
  private static void readsTheSameEverywhere(String item, Clause clause) {
    provisions(item + ".text", clause.text());
    for (int i = 0; i < clause.elements().size(); i++) {
      provisions("%s.elements.%d.text".formatted(item, i), clause.elements().get(i).text());
    }
    lines(item + ".acts", clause.acts());
    lines(item + ".protected_conduct", clause.protectedConduct());
    lines(item + ".reiterates", clause.reiterates());
  }

  private static void provisions(String field, Map<LanguageTag, String> texts) {
    texts.values().forEach(text -> Texts.requireText(field, text, Texts.PROVISION));
  }

  private static void lines(String field, List<String> lines) {
    lines.forEach(line -> Texts.requireText(field, line, Texts.LINK));
  }

  private static void liesInADeclaredBasket(Accord accord, Clause clause) {
    List<BasketCode> declared = accord.drafted().baskets().stream().map(Basket::code).toList();
    PartyRules.knowsBasket(declared, clause.basket());
  }

  private static void hasElementsWithCodesOfTheirOwn(Accord accord, Clause clause) {
    Set<ElementCode> seen = new HashSet<>();
    for (Clause.Element element : clause.elements()) {
      if (!seen.add(element.code())) {
        throw new Refused(
            AccordRefusal.DUPLICATE_ELEMENT,
            "clause %s has element %s twice".formatted(clause.code(), element.code()));
      }
      DraftRules.hasText(
          "text of element %s".formatted(element.code()),
          element.text(),
          accord.drafted().languages());
    }
  }

  /** A clause binds only parties whose acceptance its entry rule needs. */
  private static void bindsOnlyPartiesThatAccept(Accord accord, Clause clause) {
    clause.boundParties().forEach(party -> PartyRules.isParty(accord, party));
    if (clause.entry().needs() == Needs.ALL_PARTIES) {
      return;
    }
    clause.entry().parties().forEach(party -> PartyRules.isParty(accord, party));
    Set<BodyId> leftOut =
        new HashSet<>(clause.boundParties().isEmpty() ? accord.parties() : clause.boundParties());
    leftOut.removeAll(clause.entry().parties());
    if (!leftOut.isEmpty()) {
      throw new Refused(
          AccordRefusal.ENTRY_RULE_LEAVES_OUT,
          "clause %s would bind %s without their acceptance: name them in entry.parties or leave them out of bound_parties"
              .formatted(clause.code(), leftOut.stream().sorted().toList()));
    }
  }

  private static void hasARuleForItsWindowOnlyIfItIsAnEmbargo(String item, Clause clause) {
    EmbargoRule rule = clause.embargo();
    if (rule == null) {
      return;
    }
    if (clause.kind() != Clause.Kind.EMBARGO) {
      throw new Refused(
          AccordRefusal.EMBARGO_RULE_MISPLACED,
          "clause %s is a %s: leave out embargo, or make its kind embargo"
              .formatted(clause.code(), clause.kind().name().toLowerCase(Locale.ROOT)));
    }
    Texts.requireDistinct(item + ".embargo.missions", rule.missions(), MOST_MISSIONS);
    Integer days = rule.daysWithoutMission();
    if (days != null && (days < 0 || days > LONGEST_EMBARGO)) {
      throw new InvalidValue(
          item + ".embargo.days_without_mission", "must be 0 to " + LONGEST_EMBARGO);
    }
  }

  private static void startsNoEarlierThanThePreviousVersion(Accord accord, Clause clause) {
    LocalDate from = clause.effectiveFrom();
    accord
        .newestVersionOf(clause.code())
        .filter(previous -> from != null && from.isBefore(previous.from()))
        .ifPresent(
            previous -> {
              throw new Refused(
                  AccordRefusal.EFFECTIVE_BEFORE_PREVIOUS,
                  "clause %s has effective_from %s, and version %d holds since %s"
                      .formatted(clause.code(), from, previous.version(), previous.from()));
            });
  }
}
