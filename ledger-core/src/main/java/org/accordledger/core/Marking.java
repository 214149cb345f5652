package org.accordledger.core;

/** Who may see something, by the Traffic Light Protocol 2.0 (FIRST, 2022); from open to closed. */
public enum Marking {
  CLEAR,
  GREEN,
  AMBER,
  AMBER_STRICT,
  RED
}
