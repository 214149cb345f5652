package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.BY_AN_AGENCY;
import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MADE_PUBLIC;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.opinion;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.termsThen;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.cases.Answer.Value;
import org.junit.jupiter.api.Test;

/** Panels and findings where the numbers are exactly even, and where baskets differ. */
class CompositionTest {
  @Test
  void those_concerned_may_be_exactly_half_of_a_panel() {
    AccordTerms four =
        termsThen(new AdoptRules(ACCORD, 30, 4, 3, null, null, null, null, null, registrar()));
    CaseScenario referred = under(four).and(submit(), admit(), respond(), refer());

    referred.refuses(
        seat("member-one", "member-north", "member-third", "member-watch"),
        CaseRefusal.NOT_ON_ROSTER);
    referred.and(seat("member-one", "member-two", "member-north", "member-third"));
    assertThat(referred.state().stage()).isEqualTo(Stage.BEFORE_PANEL);
  }

  @Test
  void where_nationals_of_those_concerned_do_not_sit_others_do() {
    AccordTerms none = termsThen(new AdoptStandingRules(ACCORD, false, false, null, registrar()));
    CaseScenario referred = under(none).and(submit(), admit(), respond(), refer());

    referred.refuses(
        seat("member-one", "member-two", "member-north"), CaseRefusal.NATIONALS_DO_NOT_SIT);
    referred.and(seat(ONE, TWO, THREE));
  }

  @Test
  void a_panel_comes_from_the_basket_of_the_version_the_case_is_judged_under() {
    Clause moved =
        effective(clause(QUIET, CYBER, Clause.Kind.PROHIBITION, clause().entry()), "2018-07-01");
    AccordTerms terms =
        terms(
            draft(),
            offer(FIRST, true, effective(clause(), "2015-01-01")),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET),
            offer(SECOND, true, moved),
            accept(SECOND, NORTH, QUIET),
            accept(SECOND, SOUTH, QUIET),
            panelist("member-media", new BodyId("far-east"), MEDIA),
            panelist("member-cyber", new BodyId("far-east"), CYBER));

    seats(terms, "2018-06-30", "member-media", "member-cyber");
    seats(terms, "2018-07-01", "member-cyber", "member-media");
  }

  private static void seats(AccordTerms terms, String occurred, String member, String other) {
    CaseScenario referred =
        under(terms)
            .and(
                submit(allegation(Occurred.on(LocalDate.parse(occurred)))),
                admit(),
                respond(),
                refer());

    referred.refuses(seat("member-one", "member-two", other), CaseRefusal.NOT_ON_ROSTER);
    referred.and(seat("member-one", "member-two", member));
  }

  @Test
  void half_of_a_panel_changes_no_severity_on_review() {
    Opinion grave = violation(Severity.GRAVE);
    Opinion minor = violation(Severity.MINOR);
    List<ElementCode> elements = List.of(BY_AN_AGENCY, MADE_PUBLIC);

    assertThat(
            FindingRule.reviewed(
                    elements, grave, List.of(minor, minor, noViolation(), noViolation()), 4)
                .severity())
        .isEqualTo(Severity.GRAVE);
    assertThat(
            FindingRule.reviewed(elements, grave, List.of(minor, minor, minor, noViolation()), 4)
                .severity())
        .isEqualTo(Severity.MINOR);
  }

  @Test
  void opinions_that_differ_in_one_element_alone_do_not_answer_alike() {
    Opinion one = opinion(Value.ESTABLISHED, Value.ESTABLISHED, Value.NOT_ESTABLISHED, null);
    Opinion other = opinion(Value.NOT_DETERMINABLE, Value.ESTABLISHED, Value.NOT_ESTABLISHED, null);

    assertThat(FindingRule.sameAnswers(one, other)).isFalse();
    assertThat(FindingRule.sameAnswers(one, one)).isTrue();
  }
}
