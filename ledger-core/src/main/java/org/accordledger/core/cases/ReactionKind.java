package org.accordledger.core.cases;

/** What an injured party did on its own, outside the case. */
public enum ReactionKind {
  SANCTION,
  CHARGE,
  STATEMENT,
  EXPULSION,
  OTHER
}
