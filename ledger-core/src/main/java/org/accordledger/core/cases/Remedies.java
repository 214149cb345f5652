package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.OrderRemedy;
import org.accordledger.core.cases.CaseCommand.ReportRemedy;
import org.accordledger.core.cases.CaseCommand.VerifyRemedy;
import org.accordledger.core.cases.CaseEvent.RemedyOrdered;
import org.accordledger.core.cases.CaseEvent.RemedyReported;
import org.accordledger.core.cases.CaseEvent.RemedyVerified;

/**
 * Making good: a seated member orders it, the respondent reports it done (again, if it was not
 * enough), and a seated member verifies it, never the account that reported it. While the finding
 * is under review all three wait.
 */
final class Remedies {
  private Remedies() {}

  static List<CaseEvent> decide(Case state, OrderRemedy command) {
    Voting.seatedWith(state, command.filed().by().account());
    Reviews.notUnderReview(state);
    Outcome outcome = Reviews.ruling(state).outcome();
    if (outcome != Outcome.VIOLATION) {
      throw new Refused(
          CaseRefusal.NO_STANDING_VIOLATION,
          "the standing finding of %s is %s".formatted(state.id(), outcome));
    }
    if (state.progress().remedy() != null) {
      throw new Refused(
          CaseRefusal.REMEDY_ALREADY_ORDERED,
          "a remedy was ordered in %s before".formatted(state.id()));
    }
    LocalDate day = command.filed().day();
    if (command.dueBy().isBefore(day)) {
      throw new Refused(
          CaseRefusal.REMEDY_DUE_IN_PAST,
          "due_by %s is before the day of filing, %s".formatted(command.dueBy(), day));
    }
    return List.of(new RemedyOrdered(command.text(), command.dueBy(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, ReportRemedy command) {
    outstanding(state);
    return List.of(new RemedyReported(command.text(), command.filed()));
  }

  static List<CaseEvent> decide(Case state, VerifyRemedy command) {
    Voting.seatedWith(state, command.filed().by().account());
    Remedy remedy = outstanding(state);
    if (remedy.reporter() == null) {
      throw new Refused(
          CaseRefusal.REMEDY_NOT_REPORTED,
          "%s has not reported its remedy".formatted(state.allegation().respondent()));
    }
    if (remedy.reporter().equals(command.filed().by().account())) {
      throw new Refused(
          CaseRefusal.OWN_REPORT,
          "%s reported this remedy: another account verifies it".formatted(remedy.reporter()));
    }
    return List.of(new RemedyVerified(command.filed()));
  }

  private static Remedy outstanding(Case state) {
    Reviews.notUnderReview(state);
    Remedy remedy = state.progress().remedy();
    if (remedy == null) {
      throw new Refused(
          CaseRefusal.NO_REMEDY_ORDERED, "no remedy was ordered in %s".formatted(state.id()));
    }
    if (remedy.verified()) {
      throw new Refused(
          CaseRefusal.REMEDY_ALREADY_VERIFIED,
          "the remedy ordered in %s was verified".formatted(state.id()));
    }
    return remedy;
  }
}
