package org.accordledger.core.accord;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.FilingRules;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.AccordCommand.DraftAccord;

/** What an accord must say of itself before anything is offered under it. */
final class DraftRules {
  private DraftRules() {}

  static void check(DraftAccord command) {
    FilingRules.datedOnlyIfRetrospective(command.filed(), command.retrospective());
    namesItsPartiesOnce(command);
    declaresItsLanguagesOnce(command.languages());
    hasBasketsWithCodesOfTheirOwn(command);
    startsWithRulesVersionOne(command.rules());
    setsClocksOfItsOwnBaskets(command.rules(), command.baskets());
    hasText("title", command.title(), command.languages());
    for (Basket basket : command.baskets()) {
      hasText("title of basket %s".formatted(basket.code()), basket.title(), command.languages());
    }
    readsTheSameEverywhere(command);
  }

  private static void readsTheSameEverywhere(DraftAccord command) {
    command.title().values().forEach(title -> Texts.requireLine("title", title, Texts.TITLE));
    for (Party party : command.parties()) {
      party.name().values().forEach(name -> Texts.requireLine("parties", name, Texts.TITLE));
    }
    for (Basket basket : command.baskets()) {
      basket.title().values().forEach(title -> Texts.requireLine("baskets", title, Texts.TITLE));
    }
    for (int i = 0; i < command.lineage().size(); i++) {
      Texts.requireLine("lineage." + i, command.lineage().get(i), Texts.LINK);
    }
  }

  /** Whatever the parties are bound by has a text, and only in languages the accord declares. */
  static void hasText(
      String what, Map<LanguageTag, String> text, Collection<LanguageTag> languages) {
    for (LanguageTag language : text.keySet()) {
      if (!languages.contains(language)) {
        throw new Refused(
            AccordRefusal.LANGUAGE_NOT_DECLARED,
            "the %s is given in %s, and the accord's languages are %s"
                .formatted(what, language, languages));
      }
    }
    if (text.values().stream().allMatch(String::isBlank)) {
      throw new Refused(
          AccordRefusal.TEXT_MISSING,
          "the %s is empty: give it in one of %s".formatted(what, languages));
    }
  }

  private static void namesItsPartiesOnce(DraftAccord command) {
    if (command.parties().isEmpty()) {
      throw new Refused(AccordRefusal.NO_PARTY, "parties is empty: name at least one");
    }
    Set<Object> seen = new HashSet<>();
    for (Party party : command.parties()) {
      if (!seen.add(party.id())) {
        throw new Refused(
            AccordRefusal.DUPLICATE_PARTY, "parties names %s twice".formatted(party.id()));
      }
    }
  }

  private static void declaresItsLanguagesOnce(List<LanguageTag> languages) {
    if (languages.isEmpty() || new HashSet<>(languages).size() < languages.size()) {
      throw new Refused(
          AccordRefusal.NO_LANGUAGE,
          "languages is %s: name at least one, each once".formatted(languages));
    }
  }

  private static void hasBasketsWithCodesOfTheirOwn(DraftAccord command) {
    if (command.baskets().isEmpty()) {
      throw new Refused(AccordRefusal.NO_BASKET, "baskets is empty: declare at least one");
    }
    Set<Object> seen = new HashSet<>();
    for (Basket basket : command.baskets()) {
      if (!seen.add(basket.code())) {
        throw new Refused(
            AccordRefusal.DUPLICATE_BASKET, "baskets declares %s twice".formatted(basket.code()));
      }
    }
  }

  /** Rules set clocks of baskets that the accord declares. */
  static void setsClocksOfItsOwnBaskets(ProcedureRules rules, List<Basket> declared) {
    if (rules.baskets() != null) {
      List<BasketCode> codes = declared.stream().map(Basket::code).toList();
      rules.baskets().keySet().forEach(basket -> PartyRules.knowsBasket(codes, basket));
    }
  }

  private static void startsWithRulesVersionOne(ProcedureRules rules) {
    if (rules.version() != 1) {
      throw new Refused(
          AccordRefusal.RULES_START_AT_ONE,
          "rules.version is %d: draft with 1 and adopt later ones".formatted(rules.version()));
    }
  }
}
