package org.accordledger.core.cases;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.ReplyFiled;
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
  static List<CaseEvent> decide(
      Case state, FileResponse command, AccordTerms terms, @Nullable OtherCase counter) {
    Progress progress = state.progress();
    if (progress.panel() != null) {
      throw new Refused(
          CaseRefusal.PANEL_ALREADY_SEATED,
          "the panel of %s is seated: responses are closed".formatted(state.id()));
    }
    if (progress.exchange().answered()) {
      throw new Refused(
          CaseRefusal.ALREADY_ANSWERED,
          "%s has responded in %s".formatted(state.allegation().respondent(), state.id()));
    }
    namesTheCaseItOpened(state, command, terms, counter);
    Exhibits.areNew(state, command.exhibits());
    List<CaseEvent> events = new ArrayList<>();
    events.add(
        new ResponseFiled(
            command.kind(),
            command.text(),
            command.exhibits(),
            command.counterCase(),
            command.filed()));
    ProcedureRules rules = state.rulesUnder(terms);
    Lapses.started(Deadline.REPLY, rules.replyDays(), rules, command.filed())
        .ifPresent(events::add);
    return events;
  }

  /** The complainant has the word once more, in its days and before the panel is seated. */
  static List<CaseEvent> decide(Case state, FileReply command) {
    Progress progress = state.progress();
    if (progress.panel() != null) {
      throw new Refused(
          CaseRefusal.PANEL_ALREADY_SEATED,
          "the panel of %s is seated: replies are closed".formatted(state.id()));
    }
    if (!progress.exchange().answered()) {
      throw new Refused(
          CaseRefusal.NOT_ANSWERED, "there is no response in %s to reply to".formatted(state.id()));
    }
    if (progress.exchange().replied()) {
      throw new Refused(
          CaseRefusal.ALREADY_REPLIED,
          "%s has replied in %s".formatted(state.allegation().complainant(), state.id()));
    }
    Lapses.inTime(state, Deadline.REPLY, command.filed().day());
    FilingRules.givesText("text", command.text());
    Exhibits.areNew(state, command.exhibits());
    return List.of(new ReplyFiled(command.text(), command.exhibits(), command.filed()));
  }

  private static void namesTheCaseItOpened(
      Case state, FileResponse command, AccordTerms terms, @Nullable OtherCase counter) {
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
      throw new Refused(CaseRefusal.COUNTER_CASE_MISMATCH, howToCounter(state.allegation(), terms));
    }
    counter.mayBeNamedBy(state);
  }

  private static String howToCounter(Allegation allegation, AccordTerms terms) {
    return terms.parties().contains(allegation.complainant())
        ? "submit the counter-allegation first, of %s against %s under %s, and name its case in counter_case"
            .formatted(allegation.respondent(), allegation.complainant(), allegation.accord())
        : "%s is no party to %s, so nothing can be alleged against it: answer with another kind"
            .formatted(allegation.complainant(), allegation.accord());
  }

  private static boolean hasTheSidesSwapped(Allegation allegation, OtherCase counter) {
    return counter.accord().equals(allegation.accord())
        && counter.complainant().equals(allegation.respondent())
        && counter.respondent().equals(allegation.complainant());
  }

  static List<CaseEvent> decide(Case state, RecordNonResponse command) {
    Clock clock = Lapses.passedOn(state, Deadline.RESPONSE, command.filed().day());
    return List.of(new NonResponseRecorded(clock.dueBy(), command.filed()));
  }
}
