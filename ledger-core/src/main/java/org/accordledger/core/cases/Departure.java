package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.WithdrawAllegation;
import org.accordledger.core.cases.CaseEvent.AllegationWithdrawn;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.CaseJoined;

/** How a case ends other than by a finding: withdrawn, joined into another, closed. */
final class Departure {
  private Departure() {}

  static List<CaseEvent> decide(WithdrawAllegation command) {
    FilingRules.givesReason("reason", command.reason());
    return List.of(new AllegationWithdrawn(command.reason(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, JoinCase command) {
    if (command.into().equals(state.id())) {
      throw new Refused(
          CaseRefusal.JOINS_ITSELF, "into names %s itself: name another".formatted(state.id()));
    }
    return List.of(new CaseJoined(command.into(), command.filed()));
  }

  /** A case is closed when nothing in it is outstanding. */
  static List<CaseEvent> decide(Case state, CloseCase command) {
    if (state.stage() == Stage.DECIDED) {
      Reviews.notUnderReview(state);
      Remedy remedy = state.progress().remedy();
      if (remedy != null && !remedy.verified()) {
        throw new Refused(
            CaseRefusal.REMEDY_OPEN,
            "the remedy ordered in %s is not verified".formatted(state.id()));
      }
    }
    return List.of(new CaseClosed(command.filed()));
  }
}
