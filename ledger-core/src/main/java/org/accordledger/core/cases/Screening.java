package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Occurred;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.accord.Release;
import org.accordledger.core.accord.Statement;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;

/**
 * The registrar's screening: admit, which notifies the respondent and starts its clock at once, or
 * declare inadmissible.
 *
 * <p>A ground that data decide is the system's to declare. The registrar may use one only where the
 * data leave it open: conduct that is undated, or dated so vaguely that it may have come before
 * entry into force, though never conduct that was still going on; and an embargo whose window has
 * no rule, is not known in full, or does not surely hold the conduct.
 */
final class Screening {
  private Screening() {}

  static List<CaseEvent> decide(Case state, DeclareInadmissible command, AccordTerms terms) {
    FilingRules.givesReason("rests_on", command.restsOn());
    if (command.ground().decidedByData() && !leftOpen(command.ground(), state, terms)) {
      throw new Refused(
          CaseRefusal.DECIDED_BY_DATA,
          "%s was decided by data when the case was submitted: admit it, or name another ground"
              .formatted(command.ground()));
    }
    return List.of(
        new CaseDeclaredInadmissible(
            command.ground(),
            command.ground().rule(),
            restsOn(state, command, terms),
            command.reason(),
            command.filed()));
  }

  /** What the registrar says it rests on; a reservation is cited with its text. */
  private static String restsOn(Case state, DeclareInadmissible command, AccordTerms terms) {
    Integer number = command.reservation();
    if (command.ground() != Ground.RESERVATION_APPLIES) {
      if (number != null) {
        throw noReservation("leave reservation out, the ground is another");
      }
      return command.restsOn();
    }
    Allegation allegation = state.allegation();
    LocalDate latest = allegation.occurred().latest();
    LocalDate filed = state.submitted().filed().day();
    List<Statement> entered =
        terms
            .observance()
            .reservations(
                allegation.respondent(), allegation.clause(), latest == null ? filed : latest)
            .stream()
            .filter(one -> number == null || one.number() == number)
            .toList();
    if (entered.size() != 1) {
      throw noReservation(
          "%s has %d of them to clause %s: name one by its number"
              .formatted(allegation.respondent(), entered.size(), allegation.clause()));
    }
    return command.restsOn() + "; " + entered.getFirst().cited();
  }

  private static Refused noReservation(String detail) {
    return new Refused(CaseRefusal.NO_RESERVATION, detail);
  }

  static List<CaseEvent> decide(Case state, AdmitCase command, AccordTerms terms) {
    ProcedureRules rules = state.rulesUnder(terms);
    LocalDate respondBy = command.filed().day().plusDays(rules.responseDays());
    return List.of(
        new CaseAdmitted(command.reason(), command.filed()),
        new RespondentNotified(respondBy, rules.version(), command.filed()));
  }

  private static boolean leftOpen(Ground ground, Case state, AccordTerms terms) {
    List<ClauseInForce> versions =
        terms.clauses().getOrDefault(state.allegation().clause(), List.of());
    return switch (ground) {
      case BEFORE_ENTRY_INTO_FORCE, NOT_IN_FORCE -> {
        Occurred occurred = state.allegation().occurred();
        LocalDate from = occurred.from();
        if (from == null || occurred.ongoing()) {
          yield from == null;
        }
        yield versions.stream().findFirst().filter(v -> from.isBefore(v.from())).isPresent()
            || (ground == Ground.NOT_IN_FORCE
                && mayHaveBeenReleased(state, terms, Release.Kind.TERMINATION));
      }
      case EMBARGO_NOT_OPEN ->
          versions.stream().anyMatch(v -> v.clause().kind() == Clause.Kind.EMBARGO)
              && Embargo.leavesOpen(state);
      case NOT_A_PARTY -> mayHaveBeenReleased(state, terms, Release.Kind.WITHDRAWAL);
      case CLAUSE_SUSPENDED -> mayHaveBeenReleased(state, terms, Release.Kind.SUSPENSION);
      case NO_STANDING, UNTESTABLE_CLAUSE -> false;
      case OUT_OF_SCOPE, PROTECTED_CONDUCT, RESERVATION_APPLIES, DUPLICATE, MANIFESTLY_UNFOUNDED ->
          true;
    };
  }

  /** Undated or vaguely dated conduct may lie in days on which the respondent owed nothing. */
  private static boolean mayHaveBeenReleased(Case state, AccordTerms terms, Release.Kind kind) {
    Allegation allegation = state.allegation();
    Occurred occurred = allegation.occurred();
    if (occurred.precision() == Occurred.Precision.DAY) {
      return false;
    }
    LocalDate filed = state.submitted().filed().day();
    LocalDate latest = occurred.latest() == null ? filed : occurred.latest();
    LocalDate from = occurred.from() == null ? LocalDate.MIN : occurred.from();
    return terms.observance().releases().stream()
        .filter(release -> release.kind() == kind)
        .filter(release -> release.covers(allegation.respondent(), allegation.clause()))
        .anyMatch(release -> release.overlaps(from, latest));
  }
}
