package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.BY_AN_AGENCY;
import static org.accordledger.core.accord.AccordSamples.MADE_PUBLIC;
import static org.accordledger.core.cases.Answer.Value.ESTABLISHED;
import static org.accordledger.core.cases.Answer.Value.NOT_DETERMINABLE;
import static org.accordledger.core.cases.Answer.Value.NOT_ESTABLISHED;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.notAttributable;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.AccountId;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.cases.Answer.Value;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingRuleTest {
  private static final List<ElementCode> ELEMENTS = List.of(BY_AN_AGENCY, MADE_PUBLIC);

  @ParameterizedTest(name = "{0}, {1}; happened {2}; attributable {3}: {4}")
  @CsvSource({
    "ESTABLISHED, ESTABLISHED, ESTABLISHED, ESTABLISHED, VIOLATION",
    "ESTABLISHED, ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, NOT_ATTRIBUTABLE",
    "ESTABLISHED, ESTABLISHED, ESTABLISHED, NOT_DETERMINABLE, NOT_DETERMINABLE",
    // not attributable comes before no violation
    "NOT_ESTABLISHED, ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, NOT_ATTRIBUTABLE",
    "NOT_DETERMINABLE, ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, NOT_ATTRIBUTABLE",
    "NOT_ESTABLISHED, ESTABLISHED, ESTABLISHED, ESTABLISHED, NO_VIOLATION",
    "NOT_ESTABLISHED, NOT_DETERMINABLE, ESTABLISHED, NOT_DETERMINABLE, NO_VIOLATION",
    "NOT_ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, NOT_ESTABLISHED, NO_VIOLATION",
    "NOT_DETERMINABLE, ESTABLISHED, ESTABLISHED, ESTABLISHED, NOT_DETERMINABLE",
    "NOT_DETERMINABLE, NOT_DETERMINABLE, NOT_DETERMINABLE, NOT_DETERMINABLE, NOT_DETERMINABLE",
    // what did not happen is no violation by anyone, and not enough to clear either
    "ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, ESTABLISHED, NOT_DETERMINABLE",
    "ESTABLISHED, ESTABLISHED, NOT_DETERMINABLE, ESTABLISHED, NOT_DETERMINABLE",
    "ESTABLISHED, ESTABLISHED, NOT_DETERMINABLE, NOT_ESTABLISHED, NOT_DETERMINABLE",
  })
  void the_outcome_follows_from_the_answers_by_the_first_rule_that_applies(
      Value first, Value second, Value happened, Value attributable, Outcome outcome) {
    assertThat(FindingRule.outcomeOf(opinion(first, second, happened, attributable, null)))
        .isEqualTo(outcome);
  }

  @Test
  void could_not_be_determined_is_never_compliance() {
    for (Value happened : Value.values()) {
      for (Value attributable : Value.values()) {
        Opinion undetermined =
            opinion(NOT_DETERMINABLE, NOT_DETERMINABLE, happened, attributable, null);
        assertThat(FindingRule.outcomeOf(undetermined)).isNotEqualTo(Outcome.NO_VIOLATION);
      }
    }
  }

  @Test
  void an_answer_stands_when_more_than_half_of_the_panel_gives_it() {
    assertThat(majority(ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED)).isEqualTo(ESTABLISHED);
    assertThat(majority(NOT_ESTABLISHED, NOT_ESTABLISHED, NOT_DETERMINABLE))
        .isEqualTo(NOT_ESTABLISHED);
  }

  @Test
  void half_is_not_a_majority() {
    assertThat(majority(ESTABLISHED, NOT_ESTABLISHED)).isEqualTo(NOT_DETERMINABLE);
    assertThat(majority(ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, NOT_ESTABLISHED))
        .isEqualTo(NOT_DETERMINABLE);
  }

  @Test
  void a_plurality_is_not_a_majority() {
    assertThat(
            majority(ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, NOT_DETERMINABLE, NOT_DETERMINABLE))
        .isEqualTo(NOT_DETERMINABLE);
  }

  @Test
  void half_of_the_panel_is_not_a_majority_however_few_vote() {
    List<Opinion> votes = List.of(noViolation(), noViolation(), violation(Severity.GRAVE));

    assertThat(FindingRule.majorityOf(ELEMENTS, votes, 4).elements().get(BY_AN_AGENCY))
        .extracting(Answer::value)
        .isEqualTo(NOT_DETERMINABLE);
  }

  @Test
  void confidence_is_the_least_among_the_majority() {
    Answer together =
        happened(
            answer(ESTABLISHED, Confidence.HIGH, "a1"),
            answer(ESTABLISHED, Confidence.MODERATE, "a2", "a1"),
            answer(NOT_ESTABLISHED, Confidence.LOW, "a3"));

    assertThat(together).isEqualTo(answer(ESTABLISHED, Confidence.MODERATE, "a1", "a2"));
  }

  @Test
  void without_a_majority_confidence_is_the_least_of_all_and_all_exhibits_are_named() {
    assertThat(
            happened(
                answer(ESTABLISHED, Confidence.HIGH, "a1"),
                answer(NOT_ESTABLISHED, Confidence.MODERATE, "a3")))
        .isEqualTo(answer(NOT_DETERMINABLE, Confidence.MODERATE, "a1", "a3"));
  }

  @ParameterizedTest
  @CsvSource({
    "GRAVE, GRAVE",
    "MINOR GRAVE, MINOR",
    "GRAVE SERIOUS MINOR, SERIOUS",
    "GRAVE GRAVE MINOR, GRAVE",
    "GRAVE SERIOUS SERIOUS MINOR, SERIOUS",
    "GRAVE GRAVE SERIOUS MINOR, SERIOUS"
  })
  void severity_is_the_median_and_the_lower_of_two(String votes, Severity expected) {
    List<Opinion> opinions =
        Stream.of(votes.split(" ", -1)).map(Severity::valueOf).map(CaseSamples::violation).toList();

    assertThat(FindingRule.majorityOf(ELEMENTS, opinions, opinions.size()).severity())
        .isEqualTo(expected);
  }

  @Test
  void only_those_who_voted_for_a_violation_have_a_say_in_its_severity() {
    Opinion finding =
        FindingRule.majorityOf(
            ELEMENTS,
            List.of(violation(Severity.GRAVE), violation(Severity.GRAVE), noViolation()),
            3);

    assertThat(finding.severity()).isEqualTo(Severity.GRAVE);
  }

  @Test
  void a_violation_that_no_single_member_saw_whole_is_minor() {
    List<Opinion> votes =
        List.of(
            opinion(NOT_ESTABLISHED, ESTABLISHED, ESTABLISHED, ESTABLISHED, null),
            opinion(ESTABLISHED, NOT_ESTABLISHED, ESTABLISHED, ESTABLISHED, null),
            opinion(ESTABLISHED, ESTABLISHED, ESTABLISHED, NOT_ESTABLISHED, null));

    Opinion finding = FindingRule.majorityOf(ELEMENTS, votes, votes.size());

    assertThat(FindingRule.outcomeOf(finding)).isEqualTo(Outcome.VIOLATION);
    assertThat(finding.severity()).isEqualTo(Severity.MINOR);
  }

  @Test
  void a_finding_that_is_no_violation_has_no_severity() {
    Opinion finding =
        FindingRule.majorityOf(
            ELEMENTS, List.of(noViolation(), noViolation(), violation(Severity.GRAVE)), 3);

    assertThat(finding.severity()).isNull();
  }

  @Test
  void dissenters_are_those_whose_own_vote_leads_elsewhere() {
    Map<AccountId, Opinion> votes = new LinkedHashMap<>();
    votes.put(new AccountId("ann"), violation(Severity.MINOR));
    votes.put(new AccountId("bob"), notAttributable());
    votes.put(new AccountId("cy"), noViolation());

    assertThat(FindingRule.dissenters(votes, Outcome.VIOLATION))
        .containsExactly(new AccountId("bob"), new AccountId("cy"));
  }

  @Test
  void a_finding_answers_its_elements_in_the_order_of_the_clause() {
    assertThat(FindingRule.majorityOf(ELEMENTS, List.of(noViolation()), 1).elements().keySet())
        .containsExactlyElementsOf(ELEMENTS);
  }

  private static Value majority(Value... values) {
    Answer[] answers =
        Stream.of(values).map(v -> answer(v, Confidence.HIGH)).toArray(Answer[]::new);
    return happened(answers).value();
  }

  private static Answer happened(Answer... answers) {
    List<Opinion> votes =
        Stream.of(answers)
            .map(
                answer ->
                    new Opinion(
                        Map.of(BY_AN_AGENCY, answer, MADE_PUBLIC, answer), answer, answer, null))
            .toList();
    Opinion together = FindingRule.majorityOf(ELEMENTS, votes, votes.size());
    assertThat(together.elements().values()).containsOnly(together.happened());
    return together.happened();
  }

  private static Opinion opinion(
      Value first, Value second, Value happened, Value attributable, @Nullable Severity severity) {
    return new Opinion(
        Map.of(
            BY_AN_AGENCY,
            answer(first, Confidence.HIGH),
            MADE_PUBLIC,
            answer(second, Confidence.HIGH)),
        answer(happened, Confidence.HIGH),
        answer(attributable, Confidence.HIGH),
        severity);
  }

  private static Answer answer(Value value, Confidence confidence, String... exhibits) {
    return new Answer(value, confidence, List.of(exhibits));
  }
}
