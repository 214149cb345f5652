package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.order;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.report;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.review;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.silence;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseSamples.withdraw;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.accordledger.core.cases.ProcedureSamples.TEXT;
import static org.accordledger.core.cases.ProcedureSamples.askParticulars;
import static org.accordledger.core.cases.ProcedureSamples.clocked;
import static org.accordledger.core.cases.ProcedureSamples.extend;
import static org.accordledger.core.cases.ProcedureSamples.lapse;
import static org.accordledger.core.cases.ProcedureSamples.reply;
import static org.accordledger.core.cases.ProcedureSamples.resume;
import static org.accordledger.core.cases.ProcedureSamples.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.Role;
import org.accordledger.core.cases.CaseCommand.GiveParticulars;
import org.accordledger.core.cases.CaseCommand.RequestParticulars;
import org.accordledger.core.cases.CaseCommand.SuspendCase;
import org.accordledger.core.cases.CaseEvent.DeadlinePassed;
import org.accordledger.core.cases.CaseEvent.DeadlineSet;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.Deadlines.Due;
import org.accordledger.core.cases.Deadlines.State;
import org.junit.jupiter.api.Test;

/**
 * The clocks of the sample case, filed and notified on 1 March 2020 with thirty days to respond;
 * under rules with every clock ten days for particulars, twenty for a reply and forty for a review.
 */
class DeadlinesTest {
  private static final Actor SYSTEM = new Actor(new AccountId("system"), Role.SYSTEM, null);

  @Test
  void rules_that_set_no_further_clock_leave_the_response_alone() {
    assertThat(Deadlines.of(given(submit()).state())).isEmpty();
    assertThat(Deadlines.of(given(submit(), admit()).state()))
        .containsExactly(running(Deadline.RESPONSE, "2020-03-01", "2020-03-31"));
    assertThat(Deadlines.of(given(submit(), admit(), respond()).state())).isEmpty();
    assertThat(Deadlines.of(CaseScenario.decided(violation(Severity.MINOR)).state())).isEmpty();
  }

  @Test
  void a_request_for_particulars_stops_the_clock_and_their_giving_restarts_it_with_the_days_left() {
    CaseScenario asked = notified().and(asksOn("2020-03-11"));

    assertThat(Deadlines.of(asked.state()))
        .containsExactly(
            new Due(Deadline.RESPONSE, day("2020-03-01"), null, State.STOPPED, 20),
            running(Deadline.PARTICULARS, "2020-03-11", "2020-03-21"));

    asked.when(givesOn("2020-03-20"));
    assertThat(asked.events())
        .last()
        .isEqualTo(
            new DeadlineSet(Deadline.RESPONSE, day("2020-04-09"), 2, by(MONITOR, "2020-03-20")));
    assertThat(Deadlines.of(asked.state()))
        .containsExactly(running(Deadline.RESPONSE, "2020-03-01", "2020-04-09"));
    asked.refuses(silence("2020-04-09"), CaseRefusal.DEADLINE_NOT_PASSED);
    asked.when(silence("2020-04-10"));
    assertThat(asked.state().stage()).isEqualTo(Stage.UNANSWERED);
  }

  @Test
  void particulars_that_are_not_given_in_time_let_the_respondents_clock_run_again() {
    CaseScenario asked = notified().and(asksOn("2020-03-11"));
    asked.refuses(givesOn("2020-03-22"), CaseRefusal.OUT_OF_TIME);

    asked.when(lapse(Deadline.PARTICULARS, "2020-03-25"));

    assertThat(asked.events())
        .containsExactly(
            new DeadlinePassed(
                Deadline.PARTICULARS, day("2020-03-21"), by(REGISTRAR, "2020-03-25")),
            new DeadlineSet(Deadline.RESPONSE, day("2020-04-14"), 2, by(REGISTRAR, "2020-03-25")));
    asked.refuses(givesOn("2020-03-26"), CaseRefusal.NO_PARTICULARS_AWAITED);
  }

  @Test
  void a_respondent_does_not_ask_when_its_days_are_over() {
    notified().refuses(asksOn("2020-04-01"), CaseRefusal.OUT_OF_TIME);
    notified().and(asksOn("2020-03-31"));
  }

  @Test
  void an_extension_adds_days_up_to_what_the_rules_allow_in_all() {
    CaseScenario notified = notified();
    notified.refuses(extend(Deadline.RESPONSE, 0), CaseRefusal.EXTENSION_TOO_LONG);
    notified.refuses(extend(Deadline.RESPONSE, 16), CaseRefusal.EXTENSION_TOO_LONG);
    notified.refuses(extend(Deadline.RESPONSE, Integer.MAX_VALUE), CaseRefusal.EXTENSION_TOO_LONG);

    notified.and(extend(Deadline.RESPONSE, 10));
    assertThat(Deadlines.of(notified.state()))
        .containsExactly(running(Deadline.RESPONSE, "2020-03-01", "2020-04-10"));
    notified.refuses(extend(Deadline.RESPONSE, 6), CaseRefusal.EXTENSION_TOO_LONG);

    notified.and(extend(Deadline.RESPONSE, 5));
    assertThat(Deadlines.of(notified.state()))
        .containsExactly(running(Deadline.RESPONSE, "2020-03-01", "2020-04-15"));
  }

  @Test
  void an_extension_of_a_clock_that_stands_still_is_kept_for_later() {
    CaseScenario asked = notified().and(askParticulars(), extend(Deadline.RESPONSE, 5));

    assertThat(Deadlines.of(asked.state()).getFirst())
        .isEqualTo(new Due(Deadline.RESPONSE, day("2020-03-01"), null, State.STOPPED, 35));
  }

  @Test
  void a_reply_has_its_days_and_ends_with_the_seating_of_the_panel() {
    CaseScenario answered = notified().and(respond());
    assertThat(Deadlines.of(answered.state()))
        .containsExactly(running(Deadline.REPLY, "2020-03-01", "2020-03-21"));

    assertThat(Deadlines.of(notified().and(respond(), reply()).state())).isEmpty();
    assertThat(Deadlines.of(notified().and(respond(), refer(), seat(ONE, TWO, THREE)).state()))
        .isEmpty();
    answered.when(lapse(Deadline.REPLY, "2020-03-22"));
    assertThat(Deadlines.of(answered.state()))
        .containsExactly(
            new Due(Deadline.REPLY, day("2020-03-01"), day("2020-03-21"), State.PASSED, null));
    answered.refuses(reply(), CaseRefusal.OUT_OF_TIME);
  }

  @Test
  void a_review_is_requested_within_its_days() {
    CaseScenario found = found();
    assertThat(Deadlines.of(found.state()))
        .containsExactly(running(Deadline.REVIEW_REQUEST, "2020-03-01", "2020-04-10"));
    found.refuses(reviewOn("2020-04-11"), CaseRefusal.OUT_OF_TIME);

    assertThat(Deadlines.of(found().and(reviewOn("2020-04-10")).state())).isEmpty();
    found.and(lapse(Deadline.REVIEW_REQUEST, "2020-04-11"));
    found.refuses(review(MONITOR), CaseRefusal.OUT_OF_TIME);
    found.and(new CaseCommand.CloseCase(CASE, by(REGISTRAR, "2020-04-11")));
  }

  @Test
  void a_remedy_is_due_until_it_is_reported_and_its_lapse_weighs_nothing() {
    CaseScenario ordered = found().and(order("2020-06-01"));
    assertThat(Deadlines.of(ordered.state()))
        .contains(running(Deadline.REMEDY, "2020-03-01", "2020-06-01"));

    ordered.and(lapse(Deadline.REMEDY, "2020-06-02"));
    assertThat(ordered.state().stage()).isEqualTo(Stage.DECIDED);
    ordered.and(report(delegate(NORTH)));
    assertThat(Deadlines.of(ordered.state()))
        .extracting(Due::deadline)
        .doesNotContain(Deadline.REMEDY);
  }

  @Test
  void every_clock_stands_still_while_a_case_is_suspended() {
    CaseScenario asked = notified().and(asksOn("2020-03-11"), suspendOn("2020-03-16"));
    assertThat(asked.state().stage()).isEqualTo(Stage.SUSPENDED);
    assertThat(Deadlines.of(asked.state()))
        .containsExactly(
            new Due(Deadline.RESPONSE, day("2020-03-01"), null, State.STOPPED, 20),
            new Due(Deadline.PARTICULARS, day("2020-03-11"), null, State.STOPPED, 5));

    asked.and(resume("2020-08-01"));

    assertThat(asked.state().stage()).isEqualTo(Stage.NOTIFIED);
    assertThat(Deadlines.of(asked.state()))
        .containsExactly(
            new Due(Deadline.RESPONSE, day("2020-03-01"), null, State.STOPPED, 20),
            running(Deadline.PARTICULARS, "2020-03-11", "2020-08-06"));
  }

  @Test
  void a_suspended_case_goes_on_where_it_rested() {
    for (CaseScenario scenario :
        List.of(
            given(submit()),
            notified(),
            notified().and(respond()),
            notified().and(respond(), refer()))) {
      Stage before = scenario.state().stage();
      assertThat(scenario.and(suspend(), resume("2020-05-01")).state().stage()).isEqualTo(before);
    }
    assertThat(given(submit(), suspend(), withdraw(MONITOR)).state().stage())
        .isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void nothing_is_due_in_a_case_that_is_over() {
    assertThat(Deadlines.of(notified().and(withdraw(MONITOR)).state())).isEmpty();
  }

  @Test
  void the_system_records_what_passed_with_the_command_that_the_deadline_names() {
    CaseScenario notified = notified();
    Due due = Deadlines.of(notified.state()).getFirst();
    assertThat(due.isOver(day("2020-03-31"))).isFalse();
    assertThat(due.isOver(day("2020-04-01"))).isTrue();

    notified.when(due.passing(CASE, by(SYSTEM, "2020-04-01")));
    assertThat(notified.events())
        .containsExactly(new NonResponseRecorded(day("2020-03-31"), by(SYSTEM, "2020-04-01")));

    CaseScenario answered = notified().and(respond());
    Due reply = Deadlines.of(answered.state()).getFirst();
    answered.when(reply.passing(CASE, by(SYSTEM, "2020-03-22")));
    assertThat(answered.events())
        .containsExactly(
            new DeadlinePassed(Deadline.REPLY, day("2020-03-21"), by(SYSTEM, "2020-03-22")));
    assertThat(notified().when(lapse(Deadline.RESPONSE, "2020-04-01")).state().stage())
        .isEqualTo(Stage.UNANSWERED);
  }

  @Test
  void what_must_be_said_is_said() {
    notified()
        .refuses(
            new RequestParticulars(CASE, Map.of(), by(delegate(NORTH), "2020-03-02")),
            FilingRefusal.REASON_MISSING);
    notified()
        .refuses(
            new SuspendCase(CASE, Map.of(), by(REGISTRAR, "2020-03-02")),
            FilingRefusal.REASON_MISSING);
  }

  @Test
  void only_the_two_sides_speak_for_themselves() {
    notified()
        .refuses(
            new RequestParticulars(CASE, TEXT, by(MONITOR, "2020-03-02")),
            CaseRefusal.RESPONDENT_ONLY);
    notified()
        .and(askParticulars())
        .refuses(
            new GiveParticulars(CASE, TEXT, List.of(), by(delegate(NORTH), "2020-03-02")),
            CaseRefusal.COMPLAINANT_ONLY);
    notified()
        .refuses(
            new CaseCommand.GrantExtension(
                CASE, Deadline.RESPONSE, 5, TEXT, by(delegate(NORTH), "2020-03-02")),
            CaseRefusal.OWN_CASE);
  }

  private static CaseScenario notified() {
    return under(clocked()).and(submit(), admit());
  }

  private static CaseScenario found() {
    Opinion opinion = violation(Severity.MINOR);
    return notified()
        .and(respond(), refer(), seat(ONE, TWO, THREE))
        .and(vote(ONE, opinion), vote(TWO, opinion), adopt(ONE));
  }

  private static RequestParticulars asksOn(String day) {
    return new RequestParticulars(CASE, TEXT, by(delegate(NORTH), day));
  }

  private static GiveParticulars givesOn(String day) {
    return new GiveParticulars(CASE, TEXT, List.of(), by(MONITOR, day));
  }

  private static SuspendCase suspendOn(String day) {
    return new SuspendCase(CASE, TEXT, by(REGISTRAR, day));
  }

  private static CaseCommand.RequestReview reviewOn(String day) {
    return new CaseCommand.RequestReview(CASE, WORDS, by(MONITOR, day));
  }

  private static Due running(Deadline deadline, String since, String dueBy) {
    return new Due(deadline, day(since), day(dueBy), State.RUNNING, null);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
