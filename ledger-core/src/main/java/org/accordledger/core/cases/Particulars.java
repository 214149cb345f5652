package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.CaseCommand.GiveParticulars;
import org.accordledger.core.cases.CaseCommand.RequestParticulars;
import org.accordledger.core.cases.CaseEvent.ParticularsGiven;
import org.accordledger.core.cases.CaseEvent.ParticularsRequested;

/**
 * What exactly is alleged. The respondent asks once, so that asking cannot put off an answer for
 * ever; its clock stands still meanwhile and keeps its days.
 */
final class Particulars {
  private Particulars() {}

  static List<CaseEvent> decide(Case state, RequestParticulars command, AccordTerms terms) {
    FilingRules.givesText("text", command.text());
    if (state.progress().exchange().asked()) {
      throw new Refused(
          CaseRefusal.PARTICULARS_REQUESTED,
          "%s has asked for particulars in %s: answer the allegation"
              .formatted(state.allegation().respondent(), state.id()));
    }
    LocalDate day = command.filed().day();
    Lapses.inTime(state, Deadline.RESPONSE, day);
    List<CaseEvent> events = new ArrayList<>();
    events.add(new ParticularsRequested(command.text(), command.filed()));
    ProcedureRules rules = state.rulesUnder(terms);
    Lapses.started(Deadline.PARTICULARS, rules.particularsDays(), rules, command.filed())
        .ifPresent(events::add);
    return events;
  }

  static List<CaseEvent> decide(Case state, GiveParticulars command) {
    if (!areAwaited(state)) {
      throw new Refused(
          CaseRefusal.NO_PARTICULARS_AWAITED,
          "%s awaits no particulars: file a reply or an exhibit once there is a response"
              .formatted(state.id()));
    }
    Lapses.inTime(state, Deadline.PARTICULARS, command.filed().day());
    FilingRules.givesText("text", command.text());
    Exhibits.areNew(state, command.exhibits());
    return List.of(
        new ParticularsGiven(command.text(), command.exhibits(), command.filed()),
        Lapses.restarted(
            Deadline.RESPONSE, Lapses.clock(state, Deadline.RESPONSE), command.filed()));
  }

  /** The respondent has asked, and has neither got an answer nor waited long enough for one. */
  static boolean areAwaited(Case state) {
    Clock clock = state.clocks().of(Deadline.RESPONSE);
    return clock != null
        && clock.stopped() != null
        && clock.stopped().cause() == Clock.Cause.PARTICULARS;
  }
}
