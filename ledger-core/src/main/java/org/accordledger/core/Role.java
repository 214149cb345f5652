package org.accordledger.core;

/**
 * The roles of the access model (docs/security.md). SYSTEM acts for clocks and rules that data
 * decides.
 */
public enum Role {
  PUBLIC,
  MONITOR,
  PARTY,
  REGISTRAR,
  ADJUDICATOR,
  AUDITOR,
  NEGOTIATOR,
  OPERATOR,
  SYSTEM
}
