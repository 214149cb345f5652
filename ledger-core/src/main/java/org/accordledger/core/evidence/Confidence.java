package org.accordledger.core.evidence;

/** How sure someone is; ordered from least to most. */
public enum Confidence {
  LOW,
  MODERATE,
  HIGH
}
