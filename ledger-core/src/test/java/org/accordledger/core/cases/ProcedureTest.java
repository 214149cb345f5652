package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.COUNTER;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.OTHER;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.acceptSettlement;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.exhibit;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.join;
import static org.accordledger.core.cases.CaseSamples.other;
import static org.accordledger.core.cases.CaseSamples.propose;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.silence;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.withdraw;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.Marking;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.CaseJoined;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseEvent.SettlementAccepted;
import org.accordledger.core.cases.CaseEvent.SettlementProposed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From admission to the referral, and the ways a case ends without a finding. */
class ProcedureTest {
  @Test
  void admission_notifies_the_respondent_and_starts_its_clock() {
    assertThat(given(submit(), admit()).events())
        .containsExactly(
            new CaseAdmitted(Map.of(), filedBy(REGISTRAR)),
            new RespondentNotified(LocalDate.parse("2020-03-31"), 1, filedBy(REGISTRAR)));
  }

  @Test
  void silence_is_recorded_from_the_day_after_the_last_day_to_respond() {
    CaseScenario scenario = given(submit(), admit());

    scenario.refuses(silence("2020-03-31"), CaseRefusal.DEADLINE_NOT_PASSED);
    assertThat(scenario.when(silence("2020-04-01")).events())
        .containsExactly(
            new NonResponseRecorded(LocalDate.parse("2020-03-31"), by(REGISTRAR, "2020-04-01")));
  }

  @Test
  void a_late_response_is_heard_until_the_panel_is_seated() {
    CaseScenario late = given(submit(), admit(), silence("2020-04-01"), respond());
    assertThat(late.state().stage()).isEqualTo(Stage.ANSWERED);

    CaseScenario referred = given(submit(), admit(), silence("2020-04-01"), refer(), respond());
    assertThat(referred.events()).singleElement().isInstanceOf(ResponseFiled.class);
    assertThat(referred.state().stage()).isEqualTo(Stage.BEFORE_PANEL);
  }

  @Test
  void a_counter_allegation_names_the_case_it_opened_and_not_its_own() {
    given(submit(), admit(), respond(ResponseKind.COUNTER_ALLEGATION, COUNTER));
    given(submit(), admit())
        .refuses(respond(ResponseKind.COUNTER_ALLEGATION, null), CaseRefusal.COUNTER_CASE_MISMATCH);
    given(submit(), admit())
        .refuses(respond(ResponseKind.COUNTER_ALLEGATION, CASE), CaseRefusal.COUNTER_CASE_MISMATCH);
  }

  @Test
  void a_counter_allegation_is_of_the_same_accord_with_the_sides_swapped() {
    CaseScenario scenario = given(submit(), admit());
    FileResponse response = respond(ResponseKind.COUNTER_ALLEGATION, COUNTER);

    for (OtherCase other :
        new @Nullable OtherCase[] {
          null,
          other(COUNTER, AccordSamples.WATCH, SOUTH, Stage.SUBMITTED),
          other(COUNTER, SOUTH, NORTH, Stage.SUBMITTED),
          other(COUNTER, NORTH, AccordSamples.WATCH, Stage.SUBMITTED),
          new OtherCase(
              COUNTER,
              new AccordId("accord-other"),
              AccordSamples.QUIET,
              1,
              AccordSamples.WATCH,
              NORTH,
              Stage.SUBMITTED,
              Marking.CLEAR)
        }) {
      scenario.refuses(response, other, CaseRefusal.COUNTER_CASE_MISMATCH);
    }
  }

  @Test
  void the_exhibits_of_a_response_join_those_of_the_allegation() {
    CaseScenario scenario = given(submit(), admit());

    scenario.refuses(respondWith("a1"), CaseRefusal.DUPLICATE_EXHIBIT);
    assertThat(scenario.when(respondWith("r1")).state().progress().exhibits())
        .containsExactly("a1", "r1");
  }

  @Test
  void a_settlement_is_proposed_by_one_side_and_accepted_by_the_other() {
    assertThat(
            given(submit(), admit(), respond(), propose(delegate(NORTH)), acceptSettlement(MONITOR))
                .events())
        .containsExactly(new SettlementAccepted(AccordSamples.WATCH, filedBy(MONITOR)));
  }

  @Test
  void a_new_proposal_takes_the_place_of_the_one_before() {
    CaseScenario scenario =
        given(submit(), admit(), respond(), propose(MONITOR), propose(delegate(NORTH)));

    assertThat(scenario.events())
        .containsExactly(new SettlementProposed(NORTH, Map.of(), filedBy(delegate(NORTH))));
    scenario.refuses(acceptSettlement(delegate(NORTH)), CaseRefusal.OWN_PROPOSAL);
    assertThat(scenario.when(acceptSettlement(MONITOR)).state().stage()).isEqualTo(Stage.SETTLED);
  }

  @Test
  void a_case_that_is_joined_says_into_which() {
    assertThat(given(submit(), join(OTHER)).events())
        .containsExactly(new CaseJoined(OTHER, filedBy(REGISTRAR)));
  }

  @Test
  void a_case_is_joined_into_one_that_asks_the_same_and_is_open() {
    CaseScenario scenario = given(submit());
    OtherCase open = other(OTHER, NORTH, AccordSamples.WATCH, Stage.BEFORE_PANEL);

    assertThat(CaseDecisions.decide(scenario.state(), join(OTHER), CaseSamples.terms(), open))
        .hasSize(1);
    scenario.refuses(join(OTHER), null, CaseRefusal.JOIN_MISMATCH);
    scenario.refuses(
        join(OTHER),
        other(OTHER, SOUTH, AccordSamples.WATCH, Stage.NOTIFIED),
        CaseRefusal.JOIN_MISMATCH);
    scenario.refuses(
        join(OTHER),
        otherUnder(new AccordId("accord-other"), AccordSamples.QUIET, 1),
        CaseRefusal.JOIN_MISMATCH);
    scenario.refuses(
        join(OTHER),
        otherUnder(AccordSamples.ACCORD, AccordSamples.HOTLINE, 1),
        CaseRefusal.JOIN_MISMATCH);
    scenario.refuses(
        join(OTHER),
        otherUnder(AccordSamples.ACCORD, AccordSamples.QUIET, 2),
        CaseRefusal.JOIN_MISMATCH);
  }

  @Test
  void a_case_under_another_accord_is_not_told_from_none() {
    CaseScenario scenario = given(submit());
    OtherCase elsewhere = otherUnder(new AccordId("accord-other"), AccordSamples.HOTLINE, 7);

    assertThat(refusal(scenario, elsewhere)).isNotNull().isEqualTo(refusal(scenario, null));
  }

  private static @Nullable String refusal(CaseScenario scenario, @Nullable OtherCase into) {
    return catchThrowableOfType(
            Refused.class,
            () -> CaseDecisions.decide(scenario.state(), join(OTHER), CaseSamples.terms(), into))
        .getMessage();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SUBMITTED", "NOTIFIED", "ANSWERED", "UNANSWERED", "BEFORE_PANEL"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_case_that_is_over_takes_no_other(Stage stage) {
    given(submit())
        .refuses(
            join(OTHER),
            other(OTHER, NORTH, AccordSamples.WATCH, stage),
            CaseRefusal.JOIN_MISMATCH);
  }

  @Test
  void a_case_that_was_joined_is_not_joined_back() {
    OtherCase joined = OtherCase.of(given(submit(), join(OTHER)).state());

    given(submit())
        .refuses(
            join(OTHER),
            other(OTHER, joined.respondent(), joined.complainant(), joined.stage()),
            CaseRefusal.JOIN_MISMATCH);
  }

  @Test
  void a_withdrawal_ends_a_case() {
    assertThat(given(submit(), withdraw(MONITOR)).state().stage()).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void whoever_acts_for_a_side_does_not_move_its_case() {
    given(submit())
        .refuses(
            new AdmitCase(
                CASE, Map.of(), filedBy(actor("clerk", Role.REGISTRAR, AccordSamples.WATCH))),
            CaseRefusal.OWN_CASE);
    assertThat(
            given(
                    submit(),
                    new AdmitCase(CASE, Map.of(), filedBy(actor("clerk", Role.REGISTRAR, SOUTH))))
                .state()
                .stage())
        .as("a party that is no side of this case")
        .isEqualTo(Stage.NOTIFIED);
  }

  @Test
  void nobody_alleges_for_a_body_it_is_not_bound_to() {
    given()
        .refuses(
            new SubmitAllegation(CASE, CaseSamples.allegation(), filedBy(delegate(SOUTH))),
            FilingRefusal.ACTS_FOR_ANOTHER);
  }

  @Test
  void an_act_bears_an_older_date_only_under_an_accord_kept_retrospectively() {
    given(submit()).refuses(admitted("2020-03-01"), FilingRefusal.DATED_NOT_ALLOWED);

    CaseScenario retrospective = under(retrospectiveTerms()).and(dated(submit(), "2020-01-05"));
    retrospective.refuses(admitted("2020-01-04"), FilingRefusal.DATED_TOO_EARLY);
    assertThat(retrospective.when(admitted("2020-01-06")).state().clocks().of(Deadline.RESPONSE))
        .extracting(Clock::dueBy)
        .as("clocks count from the day the act bears")
        .isEqualTo(LocalDate.parse("2020-02-05"));
  }

  @ParameterizedTest
  @EnumSource
  void a_counter_case_is_marked_no_closer_than_the_case_it_answers(Marking marking) {
    CaseScenario scenario = given(submit(), admit());
    FileResponse response = respond(ResponseKind.COUNTER_ALLEGATION, COUNTER);
    OtherCase counter =
        CaseSamples.other(COUNTER, AccordSamples.WATCH, NORTH, Stage.SUBMITTED, marking);

    if (marking == Marking.CLEAR) {
      assertThat(CaseDecisions.decide(scenario.state(), response, terms(), counter)).isNotEmpty();
    } else {
      scenario.refuses(response, counter, CaseRefusal.MARKED_CLOSER);
    }
  }

  private static OtherCase otherUnder(AccordId accord, ClauseCode clause, int version) {
    return new OtherCase(
        OTHER, accord, clause, version, NORTH, AccordSamples.WATCH, Stage.NOTIFIED, Marking.CLEAR);
  }

  private static AccordTerms retrospectiveTerms() {
    return terms(
        draft(true),
        AccordSamples.offer(
            AccordSamples.FIRST,
            true,
            AccordSamples.effective(AccordSamples.clause(), "2015-01-01")),
        AccordSamples.accept(AccordSamples.FIRST, NORTH, AccordSamples.QUIET),
        AccordSamples.accept(AccordSamples.FIRST, SOUTH, AccordSamples.QUIET));
  }

  private static SubmitAllegation dated(SubmitAllegation submit, String dated) {
    return new SubmitAllegation(CASE, submit.allegation(), dated(submit.filed(), dated));
  }

  private static AdmitCase admitted(String dated) {
    return new AdmitCase(CASE, Map.of(), dated(filedBy(REGISTRAR), dated));
  }

  private static Filing dated(Filing filed, String dated) {
    return new Filing(filed.by(), filed.at(), LocalDate.parse(dated));
  }

  private static FileResponse respondWith(String exhibit) {
    return new FileResponse(
        CASE,
        ResponseKind.NO_FACTS,
        Map.of(),
        List.of(exhibit(exhibit)),
        null,
        filedBy(delegate(NORTH)));
  }
}
