package org.accordledger.core.cases;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.cases.CaseCommand.ResumeCase;
import org.accordledger.core.cases.CaseCommand.SuspendCase;
import org.accordledger.core.cases.CaseEvent.CaseResumed;
import org.accordledger.core.cases.CaseEvent.CaseSuspended;

/** A case that rests. It goes on in the stage it was in, with the days each clock had left. */
final class Suspension {
  private Suspension() {}

  static List<CaseEvent> decide(SuspendCase command) {
    FilingRules.givesText("reason", command.reason());
    return List.of(new CaseSuspended(command.reason(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, ResumeCase command) {
    Stage before = state.left();
    if (before == null) {
      throw new IllegalStateException(state.id() + " is suspended and was in no stage before");
    }
    List<CaseEvent> events = new ArrayList<>();
    events.add(new CaseResumed(before, command.filed()));
    state
        .clocks()
        .byDeadline()
        .forEach(
            (deadline, clock) -> {
              // a clock that waits for particulars goes on waiting
              if (clock.stopped() != null && clock.stopped().cause() == Clock.Cause.SUSPENSION) {
                events.add(Lapses.restarted(deadline, clock, command.filed()));
              }
            });
    return events;
  }
}
