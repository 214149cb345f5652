package org.accordledger.api.cli;

import org.accordledger.api.client.Answer;

/** A command cannot do what it is asked: one sentence with what to do. */
final class CommandProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandProblem(String message) {
    super(message, null, false, false);
  }

  /**
   * What was asked for.
   *
   * @param what it is, in words
   * @throws CommandProblem if the ledger refused it
   */
  static Answer unlessGiven(String what, Answer answer) {
    if (!answer.ok()) {
      throw new CommandProblem("the ledger did not give " + what + ": " + answer.sentence());
    }
    return answer;
  }
}
