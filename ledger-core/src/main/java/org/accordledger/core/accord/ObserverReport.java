package org.accordledger.core.accord;

/** A document in which those who observed an election say what they saw. */
public enum ObserverReport {
  /** What they say shortly after the vote. */
  PRELIMINARY_STATEMENT,
  /** What they conclude in the end. */
  FINAL_REPORT
}
