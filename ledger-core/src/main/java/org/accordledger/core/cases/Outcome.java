package org.accordledger.core.cases;

/** What follows from a finding's answers by rule; "could not be determined" is never compliance. */
public enum Outcome {
  VIOLATION,
  NOT_ATTRIBUTABLE,
  NO_VIOLATION,
  NOT_DETERMINABLE
}
