package org.accordledger.bench.system;

/** Something the ledger promises does not hold; the message says what, where. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }
}
