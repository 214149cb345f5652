package org.accordledger.core.cases;

/** Where a case stands (domain.md, Case). */
public enum Stage {
  SUBMITTED,
  INADMISSIBLE,
  NOTIFIED,
  ANSWERED,
  UNANSWERED,
  BEFORE_PANEL,
  DECIDED,
  SETTLED,
  WITHDRAWN,
  JOINED,
  CLOSED
}
