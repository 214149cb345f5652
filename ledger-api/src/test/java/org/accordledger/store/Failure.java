package org.accordledger.store;

/** Failures of the store as its callers meet them; only the store itself makes them. */
public final class Failure {
  private Failure() {}

  /** The database went away over the commit. */
  public static StoreUnavailable nobodyKnows() {
    return new OutcomeUnknown(null);
  }
}
