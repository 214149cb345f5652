package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.jspecify.annotations.Nullable;

/**
 * The respondent's answer, and its silence.
 *
 * <p>A late response is heard: after the deadline, after the silence was recorded and even after
 * the referral, until the panel is seated. From then on the panel knows what it has to decide on.
 */
final class Responses {
  private Responses() {}

  /**
   * The response.
   *
   * @param counter the case that a counter-allegation opened; null if there is none
   */
  static List<CaseEvent> decide(Case state, FileResponse command, @Nullable OtherCase counter) {
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
    namesTheCaseItOpened(state, command, counter);
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

  private static void namesTheCaseItOpened(
      Case state, FileResponse command, @Nullable OtherCase counter) {
    if (command.kind() != ResponseKind.COUNTER_ALLEGATION) {
      if (command.counterCase() != null) {
        throw new Refused(
            CaseRefusal.COUNTER_CASE_MISMATCH,
            "leave out counter_case, or answer with kind counter_allegation");
      }
      return;
    }
    // whether the case is missing or another one is not said: the respondent may not know of it
    if (counter == null || !hasTheSidesSwapped(state.allegation(), counter)) {
      throw new Refused(
          CaseRefusal.COUNTER_CASE_MISMATCH,
          "submit the counter-allegation first, of %s against %s under %s, and name its case in counter_case"
              .formatted(
                  state.allegation().respondent(),
                  state.allegation().complainant(),
                  state.allegation().accord()));
    }
  }

  private static boolean hasTheSidesSwapped(Allegation allegation, OtherCase counter) {
    return counter.accord().equals(allegation.accord())
        && counter.complainant().equals(allegation.respondent())
        && counter.respondent().equals(allegation.complainant());
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
