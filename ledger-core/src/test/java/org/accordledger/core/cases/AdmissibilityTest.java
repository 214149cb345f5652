package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.FIRST;
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
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.Occurred;
import org.accordledger.core.Occurred.Precision;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordSamples;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of an allegation on the day it is submitted. The clause's version 1 holds from
 * 2015-01-01 and version 2 from 2018-07-01; allegations are filed on 2020-03-01.
 */
class AdmissibilityTest {
  private static final AccordTerms TWO_VERSIONS =
      terms(
          draft(),
          offer(FIRST, true, effective(clause(), "2015-01-01")),
          accept(FIRST, NORTH, QUIET),
          accept(FIRST, SOUTH, QUIET),
          offer(SECOND, true, effective(clause(), "2018-07-01")),
          accept(SECOND, NORTH, QUIET),
          accept(SECOND, SOUTH, QUIET));

  @ParameterizedTest
  @CsvSource({
    "2014-12-31, , DAY, , BEFORE_ENTRY_INTO_FORCE",
    "2015-01-01, , DAY, 1,",
    "2018-06-30, , DAY, 1,",
    "2018-07-01, , DAY, 2,",
    "2020-03-01, , DAY, 2,",
    // began before and went on: judged under the first version that held
    "2014-06-01, 2015-02-01, DAY, 1,",
    "2014-06-01, 2014-12-31, DAY, , BEFORE_ENTRY_INTO_FORCE",
    // went on across two versions: judged under the one it began under
    "2018-01-01, 2019-01-01, DAY, 1,",
    // a vague date that may lie after entry into force is for the registrar
    "2014-12-01, , MONTH, , BEFORE_ENTRY_INTO_FORCE",
    "2014-01-01, 2015-01-15, YEAR, 1,",
    "2015-01-01, , YEAR, 1,",
    "2018-05-01, , QUARTER, 1,",
    ", , UNKNOWN, 2,",
  })
  void a_case_is_judged_for_ever_under_the_version_of_its_conduct(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Precision precision,
      @Nullable Integer version,
      @Nullable Ground ground) {
    CaseScenario scenario =
        under(TWO_VERSIONS).when(submit(allegation(new Occurred(from, to, precision, false))));

    assertThat(scenario.state().submitted().clauseVersion()).isEqualTo(version);
    assertThat(scenario.state().submitted().accordVersion()).isEqualTo(TWO_VERSIONS.version());
    assertThat(scenario.state().elements()).hasSize(version == null ? 0 : 2);
    assertThat(groundOf(scenario)).isEqualTo(ground);
    assertThat(scenario.state().stage())
        .isEqualTo(ground == null ? Stage.SUBMITTED : Stage.INADMISSIBLE);
  }

  @Test
  void what_the_system_decides_names_its_rule_and_the_text_it_rests_on() {
    CaseScenario scenario = under(TWO_VERSIONS).when(submit(allegation(on("2014-12-31"))));

    assertThat(scenario.events()).hasSize(2).first().isInstanceOf(AllegationSubmitted.class);
    assertThat(scenario.events().getLast())
        .isInstanceOfSatisfying(
            CaseDeclaredInadmissible.class,
            e -> {
              assertThat(e.rule()).isEqualTo(Ground.BEFORE_ENTRY_INTO_FORCE.rule());
              assertThat(e.restsOn())
                  .isEqualTo(
                      "clause quiet of accord-sample entered into force on 2015-01-01"
                          + " and the conduct ended by 2014-12-31");
              assertThat(e.filed().by().role()).isEqualTo(Role.SYSTEM);
              assertThat(e.filed().by().account().value()).isEqualTo("system");
              assertThat(e.filed().at()).isEqualTo(scenario.state().submitted().filed().at());
            });
  }

  @Test
  void under_an_untestable_clause_an_allegation_is_recorded_and_never_decided() {
    CaseScenario scenario =
        under(terms(effective(untestable(clause()), "2015-01-01"))).when(submit());

    assertThat(groundOf(scenario)).isEqualTo(Ground.UNTESTABLE_CLAUSE);
    assertThat(scenario.state().submitted().clauseVersion()).isEqualTo(1);
  }

  @Test
  void conduct_after_the_last_version_ended_was_not_under_a_clause_in_force() {
    assertThat(groundOf(under(ended(TWO_VERSIONS, "2018-12-31")).when(submit())))
        .isEqualTo(Ground.NOT_IN_FORCE);
  }

  @Test
  void undated_conduct_filed_after_the_last_version_ended_is_read_under_the_newest() {
    CaseScenario scenario =
        under(ended(TWO_VERSIONS, "2018-12-31")).when(submit(allegation(Occurred.unknown())));

    assertThat(groundOf(scenario)).isNull();
    assertThat(scenario.state().submitted().clauseVersion()).isEqualTo(2);
  }

  @Test
  void undated_conduct_alleged_before_entry_into_force_was_before_it() {
    AccordTerms future = terms(effective(clause(), "2030-01-01"));

    assertThat(groundOf(under(future).when(submit(allegation(Occurred.unknown())))))
        .isEqualTo(Ground.BEFORE_ENTRY_INTO_FORCE);
  }

  @Test
  void conduct_that_began_before_a_clause_and_goes_on_is_judged_under_it() {
    CaseScenario scenario =
        under(TWO_VERSIONS).when(submit(allegation(Occurred.since(day("2014-01-01")))));

    assertThat(groundOf(scenario)).isNull();
    assertThat(scenario.state().submitted().clauseVersion()).isEqualTo(1);
    scenario.refuses(inadmissible(Ground.BEFORE_ENTRY_INTO_FORCE), CaseRefusal.DECIDED_BY_DATA);
  }

  @Test
  void conduct_that_goes_on_while_nothing_holds_yet_did_not_end_before() {
    AccordTerms future = terms(effective(clause(), "2030-01-01"));

    assertThat(groundOf(under(future).when(submit(allegation(Occurred.since(day("2014-01-01")))))))
        .isEqualTo(Ground.NOT_IN_FORCE);
  }

  @Test
  void a_vague_date_does_not_reach_past_the_day_of_filing() {
    AccordTerms later = terms(effective(clause(), "2020-06-01"));
    Occurred thisYear = new Occurred(day("2020-01-01"), null, Precision.YEAR, false);

    assertThat(groundOf(under(later).when(submit(allegation(thisYear)))))
        .isEqualTo(Ground.BEFORE_ENTRY_INTO_FORCE);
  }

  @Test
  void a_version_that_was_replaced_on_its_first_day_judges_nothing() {
    AccordTerms sameDay =
        terms(
            draft(),
            offer(FIRST, true, effective(clause(), "2015-01-01")),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET),
            offer(SECOND, true, effective(clause(), "2015-01-01")),
            accept(SECOND, NORTH, QUIET),
            accept(SECOND, SOUTH, QUIET));

    assertThat(under(sameDay).when(submit()).state().submitted().clauseVersion()).isEqualTo(2);
  }

  @Test
  void under_a_refused_clause_nothing_is_taken_and_the_refusal_is_told() {
    AccordTerms refused =
        terms(
            draft(),
            offer(FIRST, true, clause()),
            refuse(FIRST, SOUTH, AccordSamples.WORDS, QUIET));

    assertThatThrownBy(() -> CaseDecisions.decide(null, submit(), refused, null))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "not_in_force: clause quiet of accord-sample never entered into force:"
                + " south refused it in offer first");
  }

  @ParameterizedTest
  @EnumSource(names = {"OUT_OF_SCOPE", "PROTECTED_CONDUCT", "DUPLICATE", "MANIFESTLY_UNFOUNDED"})
  void the_registrar_decides_what_needs_judgement(Ground ground) {
    assertThat(given(submit(), inadmissible(ground)).state().stage()).isEqualTo(Stage.INADMISSIBLE);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "OUT_OF_SCOPE",
        "PROTECTED_CONDUCT",
        "RESERVATION_APPLIES",
        "DUPLICATE",
        "MANIFESTLY_UNFOUNDED"
      })
  void the_registrar_does_not_declare_what_data_decided(Ground ground) {
    given(submit()).refuses(inadmissible(ground), CaseRefusal.DECIDED_BY_DATA);
  }

  @Test
  void the_registrar_decides_whether_undated_conduct_came_before() {
    assertThat(
            given(
                    submit(allegation(Occurred.unknown())),
                    inadmissible(Ground.BEFORE_ENTRY_INTO_FORCE))
                .state()
                .stage())
        .isEqualTo(Stage.INADMISSIBLE);
  }

  @Test
  void the_registrar_decides_whether_vaguely_dated_conduct_came_before() {
    Occurred vague = new Occurred(day("2014-01-01"), day("2015-01-01"), Precision.YEAR, false);

    assertThat(
            given(submit(allegation(vague)), inadmissible(Ground.BEFORE_ENTRY_INTO_FORCE))
                .state()
                .stage())
        .isEqualTo(Stage.INADMISSIBLE);
  }

  @Test
  void the_registrar_says_whether_an_embargo_was_open() {
    Clause embargo =
        clause(QUIET, MEDIA, Clause.Kind.EMBARGO, new EntryRule(Needs.ALL_PARTIES, List.of()));

    assertThat(
            under(terms(effective(embargo, "2015-01-01")))
                .and(submit(), inadmissible(Ground.EMBARGO_NOT_OPEN))
                .state()
                .stage())
        .isEqualTo(Stage.INADMISSIBLE);
  }

  private static @Nullable Ground groundOf(CaseScenario scenario) {
    return scenario.events().getLast() instanceof CaseDeclaredInadmissible e ? e.ground() : null;
  }

  /** The same terms with the newest version ended, as a withdrawal or termination would. */
  private static AccordTerms ended(AccordTerms t, String until) {
    List<ClauseInForce> versions =
        t.clauses().getOrDefault(QUIET, List.of()).stream()
            .map(
                v ->
                    v.until() != null
                        ? v
                        : new ClauseInForce(
                            v.clause(), v.version(), v.from(), day(until), v.testable()))
            .toList();
    return new AccordTerms(
        ACCORD,
        t.version(),
        t.parties(),
        t.retrospective(),
        Map.of(QUIET, versions),
        t.offered(),
        t.refusals(),
        t.standing(),
        t.roster(),
        t.rules(),
        t.observance());
  }

  private static Occurred on(String day) {
    return Occurred.on(day(day));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
