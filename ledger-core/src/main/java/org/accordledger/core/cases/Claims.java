package org.accordledger.core.cases;

import java.util.List;
import java.util.Objects;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Marking;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.cases.CaseCommand.AssessClaim;
import org.accordledger.core.cases.CaseEvent.ClaimAssessed;
import org.accordledger.core.evidence.ClaimStatus;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers stand that exhibits quote. The registrar says it, or a member of the panel. It
 * moves no stage and no grade: a panel that rests a finding on a number says so in its opinion.
 */
final class Claims {
  private Claims() {}

  static List<CaseEvent> decide(Case state, AssessClaim command) {
    bySomeoneWhoJudges(state, command.filed());
    FilingRules.givesText("reason", command.reason());
    Evidence evidence = state.progress().evidence();
    Evidence.Standing before = evidence.claims().get(command.exhibit());
    if (before == null) {
      throw new Refused(
          CaseRefusal.UNKNOWN_CLAIM,
          "exhibit %s of %s claims no number: those of %s do"
              .formatted(command.exhibit(), state.id(), evidence.claims().keySet()));
    }
    restsOnAnotherExhibit(evidence, command);
    Evidence.Standing after = new Evidence.Standing(command.status(), command.evidence());
    if (after.equals(before)) {
      throw new Refused(
          CaseRefusal.CLAIM_STANDS_SO,
          "the claim of %s is %s%s"
              .formatted(
                  command.exhibit(),
                  before.status(),
                  before.evidence() == null ? "" : " by " + before.evidence()));
    }
    return List.of(
        new ClaimAssessed(
            command.exhibit(),
            command.status(),
            command.evidence(),
            marking(evidence, command),
            command.reason(),
            command.filed()));
  }

  private static void bySomeoneWhoJudges(Case state, Filing filed) {
    if (filed.by().role() == Role.ADJUDICATOR) {
      Voting.seatedWith(state, filed.by().account());
    }
  }

  /** Nothing bears itself out; that a claim is open or not upheld takes no exhibit. */
  private static void restsOnAnotherExhibit(Evidence evidence, AssessClaim command) {
    String named = command.evidence();
    ClaimStatus status = command.status();
    if (status.restsOnEvidence() && (named == null || named.equals(command.exhibit()))) {
      throw new Refused(
          CaseRefusal.CLAIM_WITHOUT_EVIDENCE,
          "evidence is %s: a claim is %s by another exhibit".formatted(named, status));
    }
    if (named != null && !evidence.ids().contains(named)) {
      throw new Refused(
          CaseRefusal.UNKNOWN_EXHIBIT,
          "the case has no exhibit %s: it has %s".formatted(named, evidence.ids()));
    }
  }

  /** Whoever may not see one of the two exhibits does not learn of it by the other. */
  private static Marking marking(Evidence evidence, AssessClaim command) {
    Marking own = markingOf(evidence, command.exhibit());
    Marking other = command.evidence() == null ? own : markingOf(evidence, command.evidence());
    return own.compareTo(other) > 0 ? own : other;
  }

  private static Marking markingOf(Evidence evidence, @Nullable String exhibit) {
    return Objects.requireNonNull(evidence.markings().get(exhibit), "an exhibit of the case");
  }
}
