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
            command.restsOn(),
            command.reason(),
            command.filed()));
  }

  static List<CaseEvent> decide(AdmitCase command, AccordTerms terms) {
    ProcedureRules rules = terms.rules();
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
        yield versions.stream().findFirst().filter(v -> from.isBefore(v.from())).isPresent();
      }
      case EMBARGO_NOT_OPEN ->
          versions.stream().anyMatch(v -> v.clause().kind() == Clause.Kind.EMBARGO)
              && Embargo.leavesOpen(state);
      case NOT_A_PARTY, CLAUSE_SUSPENDED, NO_STANDING, UNTESTABLE_CLAUSE -> false;
      case OUT_OF_SCOPE, PROTECTED_CONDUCT, RESERVATION_APPLIES, DUPLICATE, MANIFESTLY_UNFOUNDED ->
          true;
    };
  }
}
