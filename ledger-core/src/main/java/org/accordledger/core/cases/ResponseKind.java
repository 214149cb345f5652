package org.accordledger.core.cases;

/** What a respondent says. Silence is not a kind: it is recorded as such and is not guilt. */
public enum ResponseKind {
  NOT_US,
  NOT_THE_STATE,
  NOT_PROHIBITED,
  EXCLUDED,
  NO_FACTS,
  DID_NOT_HAPPEN,
  JUSTIFIED,
  ACKNOWLEDGED,
  NO_ADMISSION_WILL_COMPLY,
  COUNTER_ALLEGATION
}
