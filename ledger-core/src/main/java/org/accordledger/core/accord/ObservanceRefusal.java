package org.accordledger.core.accord;

import org.accordledger.core.RefusalCode;

/**
 * Why an accord that was agreed refuses a command about how it is read, kept or left. Codes are
 * stable for ever.
 */
public enum ObservanceRefusal implements RefusalCode {
  PARTY_HAS_LEFT("A party that has left an accord no longer acts under it as a party."),
  ACCORD_TERMINATED("Under an accord that has ended, nobody binds or releases anybody any more."),
  DAY_HAS_PASSED(
      "What releases somebody, or binds a party again, does so from the day of filing at the"
          + " earliest."),
  CLAUSE_NOT_OWED("A party reserves, explains or suspends only what it owes."),
  ALREADY_SUSPENDED("Performance that is suspended is not suspended again."),
  NOT_SUSPENDED("Only performance that was suspended, in the same extent, is resumed."),
  NO_SUCH_CONDITION(
      "A suspension relies only on a condition under which the party accepted the clause."),
  ALREADY_LEAVING("A party leaves an accord once."),
  END_ALREADY_DECLARED("A party declares the end of an accord once."),
  NOT_COVERED("Only coverage that was declared and goes on is withdrawn."),
  COVERAGE_ENDS_EARLY("Coverage does not end before it began."),
  STANDING_NOT_GRANTED("Only standing that was granted and goes on is withdrawn."),
  NOT_AN_ACTIVE_PANELIST("Only a panelist on the roster retires or records an interpretation."),
  STANDING_RULES_IN_FORCE("Standing rules that are in force are not adopted again."),
  COOPERATION_NOT_ACTIVE("Only a cooperation item that is active is withdrawn."),
  UNKNOWN_TERM("A party disputes a version of a term that is in the glossary."),
  TERM_ALREADY_AGREED("A party agrees to a version of a term once."),
  TERM_ALREADY_DISPUTED("A party disputes a version of a term by the same reading once."),
  INTERPRETATION_ALREADY_RECORDED("An interpretation that stands is used and not recorded again."),
  NOTHING_TO_AMEND("Only a clause that has entered into force is amended."),
  EFFECTIVE_DATE_MISSING("An amendment names the day from which it is to bind."),
  AMENDS_NOTHING("An amendment changes something of the clause beside its day.");

  private final String rule;

  ObservanceRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
