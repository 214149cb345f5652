package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;

/**
 * The respondent's answer, and its silence.
 *
 * <p>A late response is heard: after the deadline, after the silence was recorded and even after
 * the referral, until the panel is seated. From then on the panel knows what it has to decide on.
 */
final class Responses {
  private Responses() {}

  static List<CaseEvent> decide(Case state, FileResponse command) {
    Progress progress = state.progress();
    if (progress.panel() != null) {
      throw new Refused(
          CaseRefusal.PANEL_ALREADY_SEATED,
          "the panel of %s is seated: responses are closed".formatted(state.id()));
    }
    if (progress.answered()) {
      throw new Refused(
          CaseRefusal.ALREADY_ANSWERED,
          "%s has responded in %s".formatted(state.allegation().respondent(), state.id()));
    }
    namesTheCaseItOpened(state, command);
    Exhibits.areWithinBounds("exhibits", command.exhibits());
    Exhibits.haveIdsOfTheirOwn(progress.exhibits(), command.exhibits());
    return List.of(
        new ResponseFiled(
            command.kind(),
            command.text(),
            command.exhibits(),
            command.counterCase(),
            command.filed()));
  }

  private static void namesTheCaseItOpened(Case state, FileResponse command) {
    CaseId counter = command.counterCase();
    boolean isCounterAllegation = command.kind() == ResponseKind.COUNTER_ALLEGATION;
    if (isCounterAllegation != (counter != null) || state.id().equals(counter)) {
      throw new Refused(
          CaseRefusal.COUNTER_CASE_MISMATCH,
          isCounterAllegation
              ? "submit the counter-allegation first and name its case in counter_case"
              : "leave out counter_case, or answer with kind counter_allegation");
    }
  }

  static List<CaseEvent> decide(Case state, RecordNonResponse command) {
    LocalDate respondBy = state.progress().respondBy();
    if (respondBy == null) {
      throw new IllegalStateException(state.id() + " is notified without a last day to respond");
    }
    if (!command.filed().day().isAfter(respondBy)) {
      throw new Refused(
          CaseRefusal.DEADLINE_NOT_PASSED,
          "%s may respond until %s".formatted(state.allegation().respondent(), respondBy));
    }
    return List.of(new NonResponseRecorded(respondBy, command.filed()));
  }
}
