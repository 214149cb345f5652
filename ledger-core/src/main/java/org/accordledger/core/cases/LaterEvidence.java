package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
import org.accordledger.core.cases.CaseCommand.Corroborate;
import org.accordledger.core.cases.CaseCommand.ReopenCase;
import org.accordledger.core.cases.CaseEvent.CaseReopened;
import org.accordledger.core.cases.CaseEvent.DenialCorroborated;
import org.accordledger.core.cases.CaseEvent.ExhibitsAdmitted;
import org.accordledger.core.evidence.Exhibit;

/** Evidence that comes after the response, against a denial, or after the case was closed. */
final class LaterEvidence {
  private LaterEvidence() {}

  static List<CaseEvent> decide(Case state, AdmitExhibit command) {
    BodyId side = command.offeredBy();
    if (side != null && !state.isSide(side)) {
      throw new Refused(
          CaseRefusal.OFFERED_BY_NO_SIDE,
          "offered_by is %s, and the sides are %s and %s: name one, or leave it out"
              .formatted(side, state.allegation().complainant(), state.allegation().respondent()));
    }
    areNew(state, command.exhibits());
    return List.of(new ExhibitsAdmitted(side, command.exhibits(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, Corroborate command) {
    Exchange exchange = state.progress().exchange();
    ResponseKind denial = exchange.response();
    if (denial == null || !exchange.denied()) {
      throw new Refused(
          CaseRefusal.NO_DENIAL,
          "the response in %s is %s: offer an exhibit instead"
              .formatted(state.id(), denial == null ? "missing" : denial));
    }
    areNew(state, command.exhibits());
    return List.of(
        new DenialCorroborated(denial, command.text(), command.exhibits(), command.filed()));
  }

  /**
   * New evidence opens a closed case again: for the panel that found, as a review does, or for the
   * registrar that did not admit it. What ended otherwise was never judged: that is for a new case.
   */
  static List<CaseEvent> decide(Case state, ReopenCase command) {
    Stage stage = goesOnAt(state);
    FilingRules.givesText("reason", command.reason());
    areNew(state, command.exhibits());
    return List.of(new CaseReopened(stage, command.exhibits(), command.reason(), command.filed()));
  }

  private static Stage goesOnAt(Case state) {
    Ground ground = state.progress().ground();
    if (state.left() == Stage.DECIDED) {
      return Stage.DECIDED;
    }
    if (state.left() == Stage.INADMISSIBLE && ground != null && !ground.decidedByData()) {
      // a ruling on a reservation may come after the answer, which is not given twice
      return state.progress().exchange().answered() ? Stage.ANSWERED : Stage.SUBMITTED;
    }
    throw new Refused(
        CaseRefusal.NOT_REOPENED,
        "%s was closed %s: submit a new allegation"
            .formatted(
                state.id(), ground != null ? "as " + ground : "when it was " + state.left()));
  }

  private static void areNew(Case state, List<Exhibit> exhibits) {
    if (exhibits.isEmpty()) {
      throw new Refused(CaseRefusal.NO_EXHIBIT, "exhibits is empty: name at least one");
    }
    Exhibits.areNew(state, exhibits);
  }
}
