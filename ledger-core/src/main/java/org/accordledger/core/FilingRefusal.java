package org.accordledger.core;

/** Refusals that rest on how something was filed, the same for every feature. */
public enum FilingRefusal implements RefusalCode {
  DATED_NOT_ALLOWED(
      "Only an accord kept retrospectively lets an act bear an older date than its filing."),
  DATED_TOO_EARLY("An act cannot bear a date before the act it follows."),
  ACTS_FOR_ANOTHER("Nobody acts for a body it is not bound to."),
  REASON_MISSING("An act that must give a reason gives one.");

  private final String rule;

  FilingRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
