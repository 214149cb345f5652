package org.accordledger.projections.node;

/** Why the intake stands still, in one sentence; it is tried again. */
final class IntakeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IntakeFailure(String message) {
    super(message);
  }
}
