package org.accordledger.api.cli;

/** A command cannot do what it is asked: one sentence with what to do. */
final class CommandProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandProblem(String message) {
    super(message, null, false, false);
  }
}
