package org.accordledger.core.cases;

import org.accordledger.core.Filing;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.EmbargoRule;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseEvent.EmbargoWindowDetermined;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionRefusal;
import org.accordledger.core.election.EmbargoWindow;
import org.jspecify.annotations.Nullable;

/** An embargo whose window follows from a rule is applied to the election that is spoken of. */
final class Embargo {
  private Embargo() {}

  static void namesAnElectionIfItsRuleNeedsOne(
      SubmitAllegation command, Clause clause, @Nullable Election election) {
    if (clause.embargo() == null) {
      if (command.election() != null) {
        throw new Refused(
            CaseRefusal.ELECTION_NOT_ASKED,
            "clause %s has no rule that an election's dates fill in: leave out election"
                .formatted(clause.code()));
      }
      return;
    }
    if (command.election() == null) {
      throw new Refused(
          CaseRefusal.ELECTION_MISSING,
          "election is missing: clause %s is an embargo, name the election"
              .formatted(clause.code()));
    }
    if (election == null) {
      throw new Refused(
          ElectionRefusal.UNKNOWN_ELECTION,
          "there is no %s: register it first".formatted(command.election()));
    }
  }

  /** The window under the version that held; null if none held or it has no rule. */
  static @Nullable EmbargoWindowDetermined of(
      @Nullable ClauseInForce held, @Nullable Election election, Filing filed) {
    EmbargoRule rule = held == null ? null : held.clause().embargo();
    return rule == null || election == null
        ? null
        : new EmbargoWindowDetermined(
            election.election(),
            election.version(),
            EmbargoWindow.of(rule, election),
            Admissibility.bySystem(filed));
  }

  /** Whether the window leaves it to the registrar to say if the conduct lay outside. */
  static boolean leavesOpen(Case state) {
    EmbargoWindow window = state.embargo();
    return window == null || !window.contains(state.allegation().occurred());
  }
}
