package org.accordledger.core.accord;

import org.accordledger.core.RefusalCode;

/** Why an accord refuses a command. Codes are stable for ever. */
public enum AccordRefusal implements RefusalCode {
  UNKNOWN_ACCORD("An accord is drafted before anything else is done with it."),
  ALREADY_DRAFTED("An accord is drafted once."),
  NO_PARTY("An accord names at least one party."),
  DUPLICATE_PARTY("An accord names each party once."),
  NO_LANGUAGE("An accord has at least one language, each named once."),
  LANGUAGE_NOT_DECLARED("A text is in the languages that its accord declares."),
  TEXT_MISSING("Whatever the parties are bound by has a text in at least one language."),
  NO_BASKET("An accord has at least one basket."),
  DUPLICATE_BASKET("A basket's code is used once in its accord."),
  UNKNOWN_BASKET("A basket is declared when its accord is drafted."),
  RULES_START_AT_ONE("The rules an accord is drafted with are version 1."),
  NOT_A_PARTY("Only the parties an accord declares can offer, accept, refuse or be bound."),
  OFFER_EXISTS("An offer's id is used once in its accord."),
  UNKNOWN_OFFER("Only a text that was offered can be accepted, refused or withdrawn."),
  NO_ITEMS("An offer, an acceptance and a refusal name at least one item."),
  DUPLICATE_ITEM("An item is named once in an offer, an acceptance or a refusal."),
  UNKNOWN_ITEM("Only items of the offer itself can be accepted or refused."),
  DUPLICATE_ELEMENT("An element's code is used once in its clause."),
  ENTRY_RULE_LEAVES_OUT("A clause binds only parties whose acceptance its entry rule needs."),
  EFFECTIVE_BEFORE_PREVIOUS("A clause's later version never starts before the one it replaces."),
  EFFECTIVE_IN_PAST(
      "A clause binds from the last acceptance it needs at the earliest, unless its accord is kept"
          + " retrospectively."),
  ITEM_ALREADY_DECIDED("A party accepts or refuses an item of an offer once."),
  NOT_SEVERABLE("A package that is not severable is accepted or refused only as a whole."),
  OFFER_WITHDRAWN("What was withdrawn can no longer be accepted, refused or withdrawn."),
  NOTHING_TO_WITHDRAW("An offer of which nothing is left open can no longer be withdrawn."),
  UNKNOWN_METHOD("Only a scoring method the ledger knows can be adopted."),
  METHOD_ALREADY_ADOPTED("A scoring method that is in force is not adopted again."),
  ALREADY_ON_ROSTER("A panelist is appointed to a basket once."),
  NATIONALITY_DIFFERS("A panelist's nationality is stated once and does not change."),
  PARTY_HAS_STANDING("A party has standing by being a party."),
  STANDING_ALREADY_GRANTED("Standing is granted to a body once."),
  UNKNOWN_CLAUSE("A clause is one that was offered under its accord."),
  ALREADY_COVERED("A body declares its coverage of a clause once."),
  COVERAGE_NOT_BEGUN("Coverage is declared when it has begun, not ahead of it."),
  EMBARGO_RULE_MISPLACED("A rule for the window of an embargo stands in an embargo clause.");

  private final String rule;

  AccordRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
