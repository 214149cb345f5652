package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.CaseCommand.GrantExtension;
import org.accordledger.core.cases.CaseCommand.RecordLapse;
import org.accordledger.core.cases.CaseEvent.DeadlinePassed;
import org.accordledger.core.cases.CaseEvent.DeadlineSet;
import org.accordledger.core.cases.CaseEvent.ExtensionGranted;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.jspecify.annotations.Nullable;

/**
 * How deadlines start, are moved and pass. Passing is recorded by the registrar or by the system,
 * and nothing follows from it by itself but this: particulars that were not given in time let the
 * respondent's clock run again, so that a case does not stand still for ever.
 */
final class Lapses {
  private Lapses() {}

  /** The event that starts a clock of this many days; none if the rules set none. */
  static Optional<DeadlineSet> started(
      Deadline deadline, @Nullable Integer days, ProcedureRules rules, Filing filed) {
    return Optional.ofNullable(days)
        .map(many -> new DeadlineSet(deadline, filed.day().plusDays(many), rules.version(), filed));
  }

  /** The event that lets a clock that stood still run again. */
  static DeadlineSet restarted(Deadline deadline, Clock clock, Filing filed) {
    return new DeadlineSet(
        deadline, filed.day().plusDays(clock.daysLeft()), clock.rulesVersion(), filed);
  }

  /** What has a last day is done on it at the latest; what has none is done at any time. */
  static void inTime(Case state, Deadline deadline, LocalDate day) {
    Clock clock = state.clocks().of(deadline);
    if (clock != null && (clock.passed() || (clock.runs() && day.isAfter(clock.dueBy())))) {
      throw new Refused(
          CaseRefusal.OUT_OF_TIME,
          "the last day of the %s in %s was %s"
              .formatted(words(deadline), state.id(), clock.dueBy()));
    }
  }

  /** The clock of a deadline, which there must be. */
  static Clock clock(Case state, Deadline deadline) {
    Clock clock = state.clocks().of(deadline);
    if (clock == null) {
      throw new Refused(
          CaseRefusal.NO_SUCH_DEADLINE,
          "nothing is due in %s for the %s: due are %s"
              .formatted(
                  state.id(),
                  words(deadline),
                  state.clocks().byDeadline().keySet().stream().map(Deadline::code).toList()));
    }
    return clock;
  }

  static List<CaseEvent> decide(Case state, GrantExtension command, AccordTerms terms) {
    FilingRules.givesText("reason", command.reason());
    Deadline deadline = command.deadline();
    if (deadline == Deadline.REVIEW_REQUEST || deadline == Deadline.REMEDY) {
      throw new Refused(
          CaseRefusal.NOT_EXTENDABLE,
          "the %s is not extended: only what a side has to answer is".formatted(words(deadline)));
    }
    Clock clock = clock(state, deadline);
    inTime(state, deadline, command.filed().day());
    ProcedureRules rules = state.rulesUnder(terms);
    Integer most = rules.extensionDays();
    int total = command.days() + clock.extended();
    if (command.days() < 1 || most == null || command.days() > most || total > most) {
      throw new Refused(
          CaseRefusal.EXTENSION_TOO_LONG,
          "days is %d, %d were added before, and the rules of procedure allow %s in all"
              .formatted(command.days(), clock.extended(), most == null ? "none" : most));
    }
    LocalDate dueBy = clock.runs() ? clock.dueBy().plusDays(command.days()) : null;
    return List.of(
        new ExtensionGranted(
            deadline, command.days(), dueBy, rules.version(), command.reason(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, RecordLapse command) {
    Clock clock = passedOn(state, command.deadline(), command.filed().day());
    DeadlinePassed passed = new DeadlinePassed(command.deadline(), clock.dueBy(), command.filed());
    return switch (command.deadline()) {
      case RESPONSE -> List.of(new NonResponseRecorded(clock.dueBy(), command.filed()));
      case PARTICULARS ->
          List.of(
              passed,
              restarted(Deadline.RESPONSE, clock(state, Deadline.RESPONSE), command.filed()));
      case REPLY, REVIEW_REQUEST, REMEDY -> List.of(passed);
    };
  }

  /** The clock of a deadline that is over on a day and was not recorded as passed. */
  static Clock passedOn(Case state, Deadline deadline, LocalDate day) {
    Clock clock = clock(state, deadline);
    if (clock.passed()) {
      throw new Refused(
          CaseRefusal.LAPSE_RECORDED,
          "that the %s passed on %s is recorded".formatted(words(deadline), clock.dueBy()));
    }
    if (clock.stopped() != null) {
      throw new Refused(
          CaseRefusal.CLOCK_STOPPED,
          "the clock of the %s stands still since %s, with %d days left"
              .formatted(words(deadline), clock.stopped().on(), clock.daysLeft()));
    }
    if (!day.isAfter(clock.dueBy())) {
      throw new Refused(
          CaseRefusal.DEADLINE_NOT_PASSED,
          "the last day of the %s in %s is %s"
              .formatted(words(deadline), state.id(), clock.dueBy()));
    }
    return clock;
  }

  private static String words(Deadline deadline) {
    return deadline.code().replace('_', ' ');
  }
}
