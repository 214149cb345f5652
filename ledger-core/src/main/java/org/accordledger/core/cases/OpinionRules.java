package org.accordledger.core.cases;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;

/** What an opinion must be before it counts as a vote. */
final class OpinionRules {
  private OpinionRules() {}

  /**
   * @param clause the version the case is judged under; null if none ever held
   */
  static void check(Case state, Opinion opinion, @Nullable Clause clause) {
    answersEveryElementAndNoOther(state, opinion);
    restsOnExhibitsOfTheCase(state, opinion);
    statesASeverityExactlyForAViolation(opinion);
    if (clause != null && clause.evidenceThreshold() != null) {
      establishesNothingBelow(clause.evidenceThreshold(), opinion);
    }
  }

  private static void answersEveryElementAndNoOther(Case state, Opinion opinion) {
    Set<ElementCode> asked = Set.copyOf(state.elements());
    if (!opinion.elements().keySet().equals(asked)) {
      throw new Refused(
          CaseRefusal.ELEMENTS_MISMATCH,
          "the opinion answers %s, and the clause version has %s"
              .formatted(opinion.elements().keySet().stream().sorted().toList(), state.elements()));
    }
  }

  private static void restsOnExhibitsOfTheCase(Case state, Opinion opinion) {
    answers(opinion)
        .flatMap(answer -> answer.exhibits().stream())
        .filter(exhibit -> !state.progress().exhibits().contains(exhibit))
        .findFirst()
        .ifPresent(
            exhibit -> {
              throw new Refused(
                  CaseRefusal.UNKNOWN_EXHIBIT,
                  "the case has no exhibit %s: it has %s"
                      .formatted(exhibit, state.progress().exhibits()));
            });
  }

  private static void establishesNothingBelow(Confidence threshold, Opinion opinion) {
    if (answers(opinion)
        .anyMatch(
            answer ->
                answer.value() == Answer.Value.ESTABLISHED
                    && answer.confidence().compareTo(threshold) < 0)) {
      throw new Refused(
          CaseRefusal.BELOW_EVIDENCE_THRESHOLD,
          "the clause asks for %s confidence at least: what falls below is not_determinable"
              .formatted(threshold.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static Stream<Answer> answers(Opinion opinion) {
    return Stream.concat(
        opinion.elements().values().stream(),
        Stream.of(opinion.happened(), opinion.attributable()));
  }

  private static void statesASeverityExactlyForAViolation(Opinion opinion) {
    Outcome outcome = FindingRule.outcomeOf(opinion);
    if ((outcome == Outcome.VIOLATION) != (opinion.severity() != null)) {
      throw new Refused(
          CaseRefusal.SEVERITY_MISMATCH,
          outcome == Outcome.VIOLATION
              ? "a violation follows from these answers: state its severity"
              : "%s follows from these answers: leave out the severity".formatted(outcome));
    }
  }
}
