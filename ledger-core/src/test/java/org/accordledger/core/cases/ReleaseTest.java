package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.accord.ObservanceSamples.agree;
import static org.accordledger.core.accord.ObservanceSamples.amend;
import static org.accordledger.core.accord.ObservanceSamples.dispute;
import static org.accordledger.core.accord.ObservanceSamples.interpret;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.accordledger.core.accord.ObservanceSamples.reservation;
import static org.accordledger.core.accord.ObservanceSamples.resume;
import static org.accordledger.core.accord.ObservanceSamples.retire;
import static org.accordledger.core.accord.ObservanceSamples.suspend;
import static org.accordledger.core.accord.ObservanceSamples.terminate;
import static org.accordledger.core.accord.ObservanceSamples.withdrawStanding;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.accordledger.core.cases.ProcedureSamples.recuse;
import static org.accordledger.core.cases.ProcedureSamples.replace;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Occurred.Precision;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.TextsCited;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of cases when an accord is suspended, left, ended, reserved, read and amended. The
 * clause holds since 2015-01-01; allegations against the north are filed on 2020-03-01.
 */
class ReleaseTest {
  @ParameterizedTest
  @CsvSource({
    "2015-12-31, , DAY,",
    "2016-01-01, , DAY, CLAUSE_SUSPENDED",
    "2016-12-31, , DAY, CLAUSE_SUSPENDED",
    "2017-01-01, , DAY,",
    // one day on which the clause is owed is enough
    "2015-12-31, 2016-02-01, DAY,",
    "2016-06-01, 2017-01-01, DAY,",
    "2016-03-01, , MONTH, CLAUSE_SUSPENDED",
    "2016-12-01, 2017-01-02, MONTH,",
    "2018-06-01, , DAY, NOT_A_PARTY",
    "2018-05-31, , DAY,",
    ", , UNKNOWN,",
  })
  void conduct_is_judged_if_its_party_owed_the_clause_on_a_day_of_it(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Precision precision,
      @Nullable Ground ground) {
    AccordTerms terms =
        inForce(
            suspend(NORTH, QUIET, "2016-01-01"),
            resume(NORTH, QUIET, "2017-01-01"),
            leave(NORTH, "2018-06-01"));

    CaseScenario scenario =
        under(terms).when(submit(allegation(new Occurred(from, to, precision, false))));

    assertThat(groundOf(scenario)).isEqualTo(ground);
    assertThat(scenario.state().submitted().clauseVersion()).isEqualTo(1);
  }

  @Test
  void what_one_party_suspends_the_other_still_owes() {
    AccordTerms terms = inForce(suspend(SOUTH, null, "2016-01-01"));

    assertThat(groundOf(under(terms).when(submit(on("2019-05-05"))))).isNull();
  }

  @Test
  void after_an_accord_ended_nothing_is_in_force_and_the_ruling_says_since_when() {
    AccordTerms terms = inForce(terminate(NORTH, "2018-01-01"), terminate(SOUTH, "2017-01-01"));

    assertThat(groundOf(under(terms).when(submit(on("2017-12-31"))))).isNull();
    CaseScenario scenario = under(terms).when(submit(on("2019-05-05")));
    assertThat(groundOf(scenario)).isEqualTo(Ground.NOT_IN_FORCE);
    assertThat(((CaseDeclaredInadmissible) scenario.events().getLast()).restsOn())
        .isEqualTo("accord-sample ended on 2018-01-01, and the conduct ended by 2019-05-05");
  }

  @Test
  void a_ruling_on_a_suspension_names_its_days() {
    AccordTerms terms =
        inForce(suspend(NORTH, null, "2016-01-01"), resume(NORTH, null, "2017-01-01"));

    assertThat(
            ((CaseDeclaredInadmissible)
                    under(terms).when(submit(on("2016-05-05"))).events().getLast())
                .restsOn())
        .isEqualTo(
            "north suspended clause quiet of accord-sample from 2016-01-01 to 2016-12-31,"
                + " and the conduct ended by 2016-05-05");
  }

  @Test
  void conduct_through_a_suspension_is_judged_under_the_version_that_was_owed() {
    AccordTerms terms =
        inForce(
            suspend(NORTH, QUIET, "2015-01-01"),
            resume(NORTH, QUIET, "2019-01-01"),
            offer(SECOND, true, effective(clause(), "2018-01-01")),
            accept(SECOND, NORTH, QUIET),
            accept(SECOND, SOUTH, QUIET));
    Occurred through = new Occurred(day("2016-01-01"), day("2019-06-01"), Precision.DAY, false);

    assertThat(under(terms).when(submit(allegation(through))).state().submitted().clauseVersion())
        .isEqualTo(2);
  }

  @Test
  void the_registrar_decides_what_vague_dates_leave_open() {
    AccordTerms terms =
        inForce(suspend(NORTH, QUIET, "2016-01-01"), resume(NORTH, QUIET, "2016-07-01"));
    Occurred year = new Occurred(day("2016-01-01"), null, Precision.YEAR, false);

    assertThat(
            under(terms)
                .and(submit(allegation(year)), inadmissible(Ground.CLAUSE_SUSPENDED))
                .state()
                .stage())
        .isEqualTo(Stage.INADMISSIBLE);
    under(terms)
        .and(submit(on("2019-05-05")))
        .refuses(inadmissible(Ground.CLAUSE_SUSPENDED), CaseRefusal.DECIDED_BY_DATA);
    under(terms)
        .and(submit(allegation(year)))
        .refuses(inadmissible(Ground.NOT_A_PARTY), CaseRefusal.DECIDED_BY_DATA);
  }

  @Test
  void a_ruling_that_a_reservation_applies_cites_its_text() {
    AccordTerms terms = inForce(reservation(NORTH, "Not in time of war."));

    CaseScenario scenario = under(terms).and(submit(), inadmissible(Ground.RESERVATION_APPLIES));

    assertThat(((CaseDeclaredInadmissible) scenario.events().getLast()).restsOn())
        .isEqualTo(
            "clause quiet, version 1; reservation 1 of north to clause quiet,"
                + " entered on 2015-01-01: (en) Not in time of war.");
  }

  @Test
  void a_respondent_may_answer_by_its_reservation_and_is_then_ruled_on() {
    AccordTerms terms = inForce(reservation(NORTH, "Not in time of war."));

    assertThat(
            under(terms)
                .and(
                    submit(),
                    admit(),
                    respond(ResponseKind.EXCLUDED, null),
                    inadmissible(Ground.RESERVATION_APPLIES))
                .state()
                .stage())
        .isEqualTo(Stage.INADMISSIBLE);
    under(terms)
        .and(submit(), admit(), respond(), refer())
        .refuses(inadmissible(Ground.RESERVATION_APPLIES), CaseRefusal.WRONG_STAGE);
  }

  @Test
  void a_reservation_is_named_where_there_are_several_and_does_not_reach_back() {
    AccordTerms two = inForce(reservation(NORTH, "Not in war."), reservation(NORTH, "Not at sea."));
    under(two)
        .and(submit())
        .refuses(inadmissible(Ground.RESERVATION_APPLIES), CaseRefusal.NO_RESERVATION);
    under(two).and(submit()).refuses(reserved(3), CaseRefusal.NO_RESERVATION);
    assertThat(
            ((CaseDeclaredInadmissible) under(two).and(submit(), reserved(2)).events().getLast())
                .restsOn())
        .endsWith("Not at sea.");
    under(inForce(reservation(SOUTH, "Not in war.")))
        .and(submit())
        .refuses(inadmissible(Ground.RESERVATION_APPLIES), CaseRefusal.NO_RESERVATION);
    DeclareInadmissible otherGround =
        new DeclareInadmissible(
            CASE, Ground.OUT_OF_SCOPE, "clause quiet", Map.of(), 1, filedBy(REGISTRAR));
    under(two).and(submit()).refuses(otherGround, CaseRefusal.NO_RESERVATION);
  }

  @Test
  void who_lost_its_standing_files_no_more_and_a_third_state_only_where_it_may() {
    under(ended(withdrawStanding(WATCH, "2018-01-01"))).refuses(submit(), CaseRefusal.NO_STANDING);
    SubmitAllegation injured =
        submit(
            allegation(NORTH, THIRD, Occurred.on(LocalDate.parse("2019-05-05")), null, List.of()));
    under(inForce()).refuses(injured, CaseRefusal.NO_STANDING);
    AccordTerms open = inForce(new AdoptStandingRules(ACCORD, true, true, null, registrar()));
    assertThat(under(open).when(injured).state().stage()).isEqualTo(Stage.SUBMITTED);
    SubmitAllegation left =
        submit(
            allegation(NORTH, SOUTH, Occurred.on(LocalDate.parse("2019-05-05")), null, List.of()));
    under(inForce(leave(SOUTH, "2018-01-01"))).refuses(left, CaseRefusal.NO_STANDING);
  }

  @Test
  void who_retired_is_not_seated_any_more() {
    AccordTerms terms = ended(retire("member-two", "2018-01-01"));

    under(terms)
        .and(submit(), admit(), respond(), refer())
        .refuses(seat(ONE, TWO, THREE), CaseRefusal.NOT_ON_ROSTER);
  }

  @Test
  void nationals_of_those_concerned_sit_only_where_the_standing_rules_let_them() {
    AccordTerms strict = inForce(new AdoptStandingRules(ACCORD, false, false, null, registrar()));

    under(strict)
        .and(submit(), admit(), respond(), refer())
        .refuses(
            seat("member-one", "member-two", "member-north"), CaseRefusal.NATIONALS_DO_NOT_SIT);
    under(strict)
        .and(submit(), admit(), respond(), refer(), seat(ONE, TWO, THREE))
        .and(recuse(ONE, "member-one"), recuse(TWO, "member-two"))
        .refuses(replace("member-north"), CaseRefusal.NATIONALS_DO_NOT_SIT);
    under(inForce())
        .and(submit(), admit(), respond(), refer())
        .and(seat("member-one", "member-two", "member-north"));
  }

  @Test
  void a_new_case_is_marked_as_the_standing_rules_say_and_an_old_one_stays_as_it_was() {
    AccordTerms amber =
        inForce(new AdoptStandingRules(ACCORD, false, true, Marking.AMBER, registrar()));
    Allegation open = CaseSamples.allegation();

    for (Marking tooOpen : List.of(Marking.CLEAR, Marking.GREEN)) {
      under(amber).refuses(submit(marked(open, tooOpen)), CaseRefusal.MARKED_TOO_OPEN);
    }
    under(amber).and(submit(marked(open, Marking.AMBER)));
    under(amber).and(submit(marked(open, Marking.RED)));
    assertThat(under(inForce()).when(submit(open)).state().allegation().marking())
        .isEqualTo(Marking.CLEAR);
  }

  private static Allegation marked(Allegation a, Marking marking) {
    return new Allegation(
        a.accord(),
        a.clause(),
        a.respondent(),
        a.complainant(),
        a.acts(),
        a.occurred(),
        a.disclosed(),
        a.victims(),
        a.title(),
        a.narrative(),
        a.actorChain(),
        a.attributionConfidence(),
        a.attributionValue(),
        a.hypotheses(),
        a.exhibits(),
        a.sourceId(),
        marking,
        a.illustrative());
  }

  @Test
  void a_finding_cites_the_glossary_and_the_interpretations_in_force() {
    AccordTerms terms =
        inForce(
            agree(NORTH, "any body"),
            dispute(SOUTH, 1, "a paid body"),
            panelist("ann", THIRD),
            interpret("ann", "a body that is paid or directed"));

    CaseScenario scenario =
        under(terms)
            .and(submit(), admit(), respond(), refer(), seat(ONE, TWO, THREE))
            .and(vote(ONE, noViolation()), vote(TWO, noViolation()), adopt(ONE));

    assertThat(scenario.events().getFirst())
        .isEqualTo(new TextsCited(1, terms.version(), 1, 2, 1, filedBy(ONE)));
  }

  @Test
  void an_old_case_stays_under_the_text_that_was_amended() {
    AccordTerms before = inForce();
    CaseScenario old = under(before).when(submit(on("2019-05-05")));
    AccordTerms after =
        inForce(
            amend(effective(AccordSamples.untestable(clause()), "2020-01-01")),
            accept(SECOND, NORTH, QUIET),
            accept(SECOND, SOUTH, QUIET));

    assertThat(old.state().submitted().clauseVersion()).isEqualTo(1);
    assertThat(under(after).when(submit(on("2019-05-05"))).state().submitted().clauseVersion())
        .isEqualTo(1);
    assertThat(under(after).when(submit(on("2020-02-01"))).state().submitted().clauseVersion())
        .isEqualTo(2);
  }

  private static AccordTerms inForce(AccordCommand... more) {
    List<AccordCommand> commands =
        new ArrayList<>(
            List.of(
                draft(),
                offer(FIRST, true, effective(clause(), "2015-01-01")),
                accept(FIRST, NORTH, QUIET),
                accept(FIRST, SOUTH, QUIET)));
    commands.addAll(List.of(more));
    return terms(commands.toArray(AccordCommand[]::new));
  }

  /** Terms after something ended that the sample terms begin with. */
  private static AccordTerms ended(AccordCommand last) {
    return CaseSamples.termsThen(last);
  }

  private static DeclareInadmissible reserved(int number) {
    return new DeclareInadmissible(
        CASE, Ground.RESERVATION_APPLIES, "clause quiet", Map.of(), number, filedBy(REGISTRAR));
  }

  private static @Nullable Ground groundOf(CaseScenario scenario) {
    return scenario.events().getLast() instanceof CaseDeclaredInadmissible e ? e.ground() : null;
  }

  private static Allegation on(String day) {
    return allegation(Occurred.on(day(day)));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
