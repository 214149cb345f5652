package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.demanding;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.cases.Answer.Value;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clause may say from which confidence on a panel holds anything established. */
class EvidenceThresholdTest {
  static CaseScenario seatedUnder(Confidence threshold) {
    return under(terms(demanding(effective(clause(), "2015-01-01"), threshold)))
        .and(submit(), admit(), respond(), refer(), seat(ONE, TWO, THREE));
  }

  @ParameterizedTest
  @CsvSource({
    "LOW, LOW, true",
    "MODERATE, LOW, false",
    "MODERATE, MODERATE, true",
    "HIGH, MODERATE, false",
    "HIGH, HIGH, true"
  })
  void nothing_is_established_below_the_threshold(
      Confidence threshold, Confidence answered, boolean counts) {
    Opinion opinion = with(Value.ESTABLISHED, answered, Confidence.HIGH, Severity.MINOR);

    if (counts) {
      assertThat(seatedUnder(threshold).when(vote(ONE, opinion)).events()).hasSize(1);
    } else {
      seatedUnder(threshold).refuses(vote(ONE, opinion), CaseRefusal.BELOW_EVIDENCE_THRESHOLD);
    }
  }

  @Test
  void attribution_is_held_to_it_as_the_elements_are() {
    seatedUnder(Confidence.HIGH)
        .refuses(
            vote(ONE, with(Value.ESTABLISHED, Confidence.HIGH, Confidence.LOW, Severity.MINOR)),
            CaseRefusal.BELOW_EVIDENCE_THRESHOLD);
  }

  @ParameterizedTest
  @CsvSource({"NOT_ESTABLISHED", "NOT_DETERMINABLE"})
  void what_is_not_held_established_may_be_answered_with_any_confidence(Value value) {
    Opinion opinion = with(value, Confidence.LOW, Confidence.HIGH, null);

    assertThat(seatedUnder(Confidence.HIGH).when(vote(ONE, opinion)).events()).hasSize(1);
  }

  private static Opinion with(
      Value value, Confidence confidence, Confidence attribution, @Nullable Severity severity) {
    Answer answer = new Answer(value, confidence, List.of("a1"));
    Answer sure = new Answer(Value.ESTABLISHED, Confidence.HIGH, List.of("a1"));
    return new Opinion(
        Map.of(AccordSamples.BY_AN_AGENCY, answer, AccordSamples.MADE_PUBLIC, sure),
        sure,
        new Answer(Value.ESTABLISHED, attribution, List.of("a1")),
        severity);
  }
}
