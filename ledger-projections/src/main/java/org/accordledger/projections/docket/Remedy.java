package org.accordledger.projections.docket;

/** How far the remedy of a finding has come. */
public enum Remedy {
  NONE,
  ORDERED,
  REPORTED,
  VERIFIED
}
