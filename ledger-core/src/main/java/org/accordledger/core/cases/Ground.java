package org.accordledger.core.cases;

/** Why a case is not admitted. */
public enum Ground {
  /** The clause holds for nobody on the day of the conduct. */
  NOT_IN_FORCE(true, "A case is judged under a clause that held on the day of the conduct."),
  /** The conduct ended before the clause entered into force. */
  BEFORE_ENTRY_INTO_FORCE(
      true, "Conduct that ended before a clause entered into force is not judged under it."),
  NOT_A_PARTY(true, "Only a party to the accord answers for conduct under it."),
  CLAUSE_SUSPENDED(true, "Conduct while a clause was suspended is not judged under it."),
  OUT_OF_SCOPE(false, "Conduct that the clause does not govern is not judged under it."),
  PROTECTED_CONDUCT(
      false, "Conduct that a clause protects is never held against a party under it."),
  RESERVATION_APPLIES(
      false, "Conduct that a party's reservation leaves out is not judged against that party."),
  NO_STANDING(true, "Only a party or a body with standing brings a case."),
  EMBARGO_NOT_OPEN(true, "An embargo is kept or departed from only while its window is open."),
  DUPLICATE(false, "The same conduct of the same party is judged once under a clause."),
  MANIFESTLY_UNFOUNDED(false, "An allegation that nothing supports goes no further."),
  /** The clause check found the text untestable: allegations are recorded and never decided. */
  UNTESTABLE_CLAUSE(
      true, "Under a clause that cannot be tested, allegations are recorded and never decided.");

  private final boolean decidedByData;
  private final String rule;

  Ground(boolean decidedByData, String rule) {
    this.decidedByData = decidedByData;
    this.rule = rule;
  }

  /** What the rule says, in one sentence; shown with every decision that rests on it. */
  public String rule() {
    return rule;
  }

  /** True if the system decides it from data; false if it needs the registrar's judgement. */
  public boolean decidedByData() {
    return decidedByData;
  }
}
