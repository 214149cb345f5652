package org.accordledger.core.scorecard;

import static org.accordledger.core.scorecard.LedgerScript.ACCORD;
import static org.accordledger.core.scorecard.LedgerScript.ALBA;
import static org.accordledger.core.scorecard.LedgerScript.BOREA;
import static org.accordledger.core.scorecard.LedgerScript.CLAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.Answer;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.AllegationWithdrawn;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.CaseJoined;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.SettlementAccepted;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Opinion;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.evidence.Confidence;
import org.junit.jupiter.api.Test;

/** The lines of the two reports, case by case, with every place a case can stand in. */
class ReportLinesTest {
  private static final BodyId WATCH = new BodyId("watch");
  private static final Filing FILED = LedgerScript.drafted().filed();

  @Test
  void what_came_of_each_case_is_told_by_who_filed_against_whom() {
    Reciprocity reciprocity = new Reciprocity(Period.ALL);
    file(reciprocity, "open", ALBA, BOREA);
    file(reciprocity, "withdrawn", ALBA, BOREA, new AllegationWithdrawn(words(), FILED));
    file(reciprocity, "joined", ALBA, BOREA, new CaseJoined(new CaseId("case-open"), FILED));
    file(reciprocity, "joined-too", ALBA, BOREA, new CaseJoined(new CaseId("case-open"), FILED));
    file(
        reciprocity,
        "inadmissible",
        ALBA,
        BOREA,
        new CaseDeclaredInadmissible(Ground.OUT_OF_SCOPE, "rule", "text", Map.of(), FILED));
    file(reciprocity, "settled", ALBA, BOREA, new SettlementAccepted(BOREA, FILED));
    file(reciprocity, "upheld", ALBA, BOREA, found(Outcome.VIOLATION), new CaseClosed(FILED));
    file(reciprocity, "upheld-too", ALBA, BOREA, found(Outcome.VIOLATION));
    file(reciprocity, "not-upheld", ALBA, BOREA, found(Outcome.NOT_DETERMINABLE));
    file(reciprocity, "against", BOREA, ALBA);
    file(reciprocity, "of-a-monitor", WATCH, ALBA, found(Outcome.NO_VIOLATION));

    assertThat(reciprocity.lines())
        .containsExactly(
            new Reciprocity.Line(ALBA, BOREA, 9, 1, 3, 1, 2, 1, 1),
            new Reciprocity.Line(BOREA, ALBA, 1, 0, 0, 0, 0, 0, 1),
            new Reciprocity.Line(WATCH, ALBA, 1, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void cases_are_counted_by_the_basket_of_the_text_they_are_judged_under() {
    Tally tally =
        new Tally(
            Tally.By.BASKET,
            Period.ALL,
            (clause, _) ->
                clause.equals(CLAUSE) ? Optional.of(AccordSamples.clause()) : Optional.empty());
    tally.apply("case-one", alleged("one", ALBA, BOREA, CLAUSE));
    tally.apply("case-two", alleged("two", ALBA, BOREA, new ClauseCode("gone")));
    tally.apply("case-three", alleged("three", BOREA, ALBA, CLAUSE));

    assertThat(tally.lines())
        .extracting(Tally.Line::value, Tally.Line::cases)
        .containsExactly(
            tuple(null, List.of(new CaseId("case-two"))),
            tuple("media", List.of(new CaseId("case-one"), new CaseId("case-three"))));
  }

  private static void file(
      Reciprocity reciprocity,
      String name,
      BodyId complainant,
      BodyId respondent,
      CaseEvent... then) {
    reciprocity.apply("case-" + name, alleged(name, complainant, respondent, CLAUSE));
    for (CaseEvent event : then) {
      reciprocity.apply("case-" + name, event);
    }
  }

  private static AllegationSubmitted alleged(
      String name, BodyId complainant, BodyId respondent, ClauseCode clause) {
    Allegation allegation =
        new Allegation(
            ACCORD,
            clause,
            respondent,
            complainant,
            List.of(),
            Occurred.unknown(),
            null,
            List.of(),
            "What was done",
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            Marking.CLEAR,
            false);
    return new AllegationSubmitted(new CaseId("case-" + name), allegation, 0, 1, List.of(), FILED);
  }

  private static FindingAdopted found(Outcome outcome) {
    Answer answer = new Answer(Answer.Value.ESTABLISHED, Confidence.HIGH, List.of());
    Severity severity = outcome == Outcome.VIOLATION ? Severity.MINOR : null;
    return new FindingAdopted(
        1, new Opinion(Map.of(), answer, answer, severity), outcome, 3, List.of(), Map.of(), FILED);
  }

  private static ContentRef words() {
    return AccordSamples.WORDS;
  }
}
