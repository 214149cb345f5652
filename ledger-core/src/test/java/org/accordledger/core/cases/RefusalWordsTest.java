package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.OTHER;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.close;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.join;
import static org.accordledger.core.cases.CaseSamples.opinion;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseSamples.withdraw;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.accordledger.core.cases.ProcedureSamples.clocked;
import static org.accordledger.core.cases.ProcedureSamples.corroborate;
import static org.accordledger.core.cases.ProcedureSamples.extend;
import static org.accordledger.core.cases.ProcedureSamples.reopen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Occurred;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.Answer.Value;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.junit.jupiter.api.Test;

/** A refusal says what the facts are, so that whoever reads it knows what to do instead. */
class RefusalWordsTest {
  @Test
  void an_extension_that_is_too_long_says_what_the_rules_allow() {
    says(
        given(submit(), admit()),
        extend(Deadline.RESPONSE, 1),
        "the rules of procedure allow none");
    says(
        under(clocked()).and(submit(), admit()),
        extend(Deadline.RESPONSE, 16),
        "the rules of procedure allow 15 in all");
    says(
        under(clocked()).and(submit(), admit()),
        extend(Deadline.REVIEW_REQUEST, 1),
        "the review request is not extended");
  }

  @Test
  void evidence_against_a_denial_that_is_none_says_what_the_response_was() {
    says(
        given(submit(), admit(), respond(ResponseKind.ACKNOWLEDGED, null)),
        corroborate("b1"),
        "the response in case-sample is " + ResponseKind.ACKNOWLEDGED);
    says(
        given(submit(), admit(), refuseToAnswer(), refer(), seat(ONE, TWO, THREE)),
        corroborate("b1"),
        "the response in case-sample is missing");
  }

  @Test
  void a_case_that_is_not_reopened_says_how_it_was_closed() {
    says(
        given(submit(), withdraw(MONITOR), close()),
        reopen("b1"),
        "case-sample was closed when it was " + Stage.WITHDRAWN);
    says(
        under(terms(effective(clause(), "2030-01-01"))).and(submit(), close()),
        reopen("b1"),
        "case-sample was closed as " + Ground.BEFORE_ENTRY_INTO_FORCE);
  }

  @Test
  void a_vote_says_whether_a_severity_is_missing_or_out_of_place() {
    says(
        seated(),
        vote(ONE, opinion(Value.ESTABLISHED, Value.ESTABLISHED, Value.ESTABLISHED, null)),
        "a violation follows from these answers: state its severity");
    says(
        seated(),
        vote(
            ONE,
            opinion(Value.NOT_ESTABLISHED, Value.ESTABLISHED, Value.ESTABLISHED, Severity.MINOR)),
        "leave out the severity");
  }

  @Test
  void cases_that_are_not_joined_say_what_each_is_about() {
    OtherCase ofTheSouth = CaseSamples.other(OTHER, SOUTH, WATCH, Stage.NOTIFIED);
    Case state = given(submit()).state();

    assertThatThrownBy(() -> CaseDecisions.decide(state, join(OTHER), terms(), ofTheSouth))
        .hasMessageContaining(
            "case-sample is of north under clause quiet, version 1,"
                + " and case-other is of south under clause quiet, version 1");
  }

  @Test
  void conduct_that_goes_on_while_nothing_holds_is_not_said_to_have_ended() {
    List<CaseEvent> events =
        under(terms(effective(clause(), "2030-01-01")))
            .when(submit(allegation(Occurred.since(LocalDate.parse("2019-05-05")))))
            .events();

    assertThat(((CaseDeclaredInadmissible) events.getLast()).restsOn())
        .isEqualTo(
            "clause quiet of accord-sample held on no day of the conduct,"
                + " which was going on on 2020-03-01");
  }

  @Test
  void the_registrar_is_quoted_on_what_a_ruling_rests_on() {
    CaseEvent event = given(submit(), inadmissible(Ground.OUT_OF_SCOPE)).events().getFirst();

    assertThat(((CaseDeclaredInadmissible) event).restsOn()).isEqualTo("clause quiet, version 1");
  }

  private static CaseCommand refuseToAnswer() {
    return new RecordNonResponse(CASE, by(REGISTRAR, "2020-04-01"));
  }

  private static void says(CaseScenario given, CaseCommand command, String words) {
    assertThatThrownBy(() -> given.when(command))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(words);
  }
}
