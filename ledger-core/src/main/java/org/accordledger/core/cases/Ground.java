package org.accordledger.core.cases;

/** Why a case is not admitted. */
public enum Ground {
  /** The clause holds for nobody on the day of the conduct. */
  NOT_IN_FORCE(true),
  /** The conduct ended before the clause entered into force. */
  BEFORE_ENTRY_INTO_FORCE(true),
  NOT_A_PARTY(true),
  CLAUSE_SUSPENDED(true),
  OUT_OF_SCOPE(false),
  PROTECTED_CONDUCT(false),
  RESERVATION_APPLIES(false),
  NO_STANDING(true),
  EMBARGO_NOT_OPEN(true),
  DUPLICATE(false),
  MANIFESTLY_UNFOUNDED(false),
  /** The clause check found the text untestable: allegations are recorded and never decided. */
  UNTESTABLE_CLAUSE(true);

  private final boolean decidedByData;

  Ground(boolean decidedByData) {
    this.decidedByData = decidedByData;
  }

  /** True if the system decides it from data; false if it needs the registrar's judgement. */
  public boolean decidedByData() {
    return decidedByData;
  }
}
