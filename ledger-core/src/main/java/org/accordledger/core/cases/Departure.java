package org.accordledger.core.cases;

import java.util.List;
import java.util.Objects;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.WithdrawAllegation;
import org.accordledger.core.cases.CaseEvent.AllegationWithdrawn;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.CaseJoined;
import org.jspecify.annotations.Nullable;

/** How a case ends other than by a finding: withdrawn, joined into another, closed. */
final class Departure {
  private Departure() {}

  static List<CaseEvent> decide(WithdrawAllegation command) {
    return List.of(new AllegationWithdrawn(command.reason(), command.filed()));
  }

  /**
   * A case goes on as part of another that asks the same question and has not been answered yet: no
   * conduct leaves the figures of its respondent by being joined elsewhere.
   *
   * <p>A case under another accord is answered like one that does not exist: who joins cases of one
   * accord learns nothing of the cases of another.
   *
   * @param into null if there is no such case
   */
  static List<CaseEvent> decide(Case state, JoinCase command, @Nullable OtherCase into) {
    if (command.into().equals(state.id())) {
      throw new Refused(
          CaseRefusal.JOINS_ITSELF, "into names %s itself: name another".formatted(state.id()));
    }
    if (into == null || !into.accord().equals(state.allegation().accord())) {
      throw new Refused(
          CaseRefusal.JOIN_MISMATCH,
          "there is no case %s under %s".formatted(command.into(), state.allegation().accord()));
    }
    asksTheSame(OtherCase.of(state), into);
    if (!StageRule.stagesFor(command).contains(into.stage())) {
      throw new Refused(
          CaseRefusal.JOIN_MISMATCH, "%s is %s".formatted(into.id(), into.stage().code()));
    }
    into.mayBeNamedBy(state);
    return List.of(new CaseJoined(command.into(), command.filed()));
  }

  private static void asksTheSame(OtherCase state, OtherCase into) {
    if (!into.respondent().equals(state.respondent())
        || !into.clause().equals(state.clause())
        || !Objects.equals(into.clauseVersion(), state.clauseVersion())) {
      throw new Refused(
          CaseRefusal.JOIN_MISMATCH,
          "%s is %s, and %s is %s"
              .formatted(state.id(), question(state), into.id(), question(into)));
    }
  }

  private static String question(OtherCase of) {
    return "of %s under clause %s, version %s"
        .formatted(of.respondent(), of.clause(), of.clauseVersion());
  }

  /** A case is closed when nothing in it is outstanding. */
  static List<CaseEvent> decide(Case state, CloseCase command) {
    if (state.stage() == Stage.DECIDED) {
      Reviews.notUnderReview(state);
      reviewCanNoLongerBeRequested(state, command);
      Remedy remedy = state.progress().remedy();
      if (remedy != null && !remedy.verified()) {
        throw new Refused(
            CaseRefusal.REMEDY_OPEN,
            "the remedy ordered in %s is not verified".formatted(state.id()));
      }
    }
    return List.of(new CaseClosed(command.filed()));
  }

  private static void reviewCanNoLongerBeRequested(Case state, CloseCase command) {
    Clock clock = state.clocks().of(Deadline.REVIEW_REQUEST);
    if (clock != null && !clock.passed() && !command.filed().day().isAfter(clock.dueBy())) {
      throw new Refused(
          CaseRefusal.REVIEW_DAYS_RUN,
          "a review of the finding in %s may be requested until %s"
              .formatted(state.id(), clock.dueBy()));
    }
  }
}
