package org.accordledger.core.election;

import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.ObserverReport.FINAL_REPORT;
import static org.accordledger.core.accord.ObserverReport.PRELIMINARY_STATEMENT;
import static org.accordledger.core.election.ElectionSamples.ELECTION;
import static org.accordledger.core.election.ElectionSamples.OBSERVERS;
import static org.accordledger.core.election.ElectionSamples.OTHERS;
import static org.accordledger.core.election.ElectionSamples.after;
import static org.accordledger.core.election.ElectionSamples.date;
import static org.accordledger.core.election.ElectionSamples.mission;
import static org.accordledger.core.election.ElectionSamples.nobody;
import static org.accordledger.core.election.ElectionSamples.register;
import static org.accordledger.core.election.ElectionSamples.registrar;
import static org.accordledger.core.election.ElectionSamples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.election.ElectionCommand.RecordNoMission;
import org.accordledger.core.election.ElectionEvent.NoMissionRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElectionTest {
  private static final ElectionCommand REGISTERED = register("2011-12-04");

  /** A command that is refused, after others. */
  record Refusal(
      String name, List<ElectionCommand> given, ElectionCommand command, RefusalCode code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Refusal> refusals() {
    ElectionCommand observed = mission(OBSERVERS);
    ElectionCommand stated = report(OBSERVERS, PRELIMINARY_STATEMENT, "2011-12-05");
    return List.of(
        new Refusal("dated", List.of(), date("2011-12-04", null), ElectionRefusal.UNKNOWN_ELECTION),
        new Refusal("observed", List.of(), observed, ElectionRefusal.UNKNOWN_ELECTION),
        new Refusal("not observed", List.of(), nobody(), ElectionRefusal.UNKNOWN_ELECTION),
        new Refusal("reported on", List.of(), stated, ElectionRefusal.UNKNOWN_ELECTION),
        new Refusal(
            "registered twice", List.of(REGISTERED), REGISTERED, ElectionRefusal.ELECTION_EXISTS),
        new Refusal(
            "the day it has",
            List.of(REGISTERED),
            date("2011-12-04", WORDS),
            ElectionRefusal.DATE_KNOWN),
        new Refusal(
            "another day without a reason",
            List.of(REGISTERED),
            date("2011-12-11", null),
            FilingRefusal.REASON_MISSING),
        new Refusal(
            "a day after a report",
            List.of(REGISTERED, observed, stated),
            date("2011-12-11", WORDS),
            ElectionRefusal.REPORT_BEFORE_ELECTION),
        new Refusal(
            "a mission twice",
            List.of(REGISTERED, observed),
            observed,
            ElectionRefusal.MISSION_ALREADY_NAMED),
        new Refusal(
            "nobody where somebody observes",
            List.of(REGISTERED, observed),
            nobody(),
            ElectionRefusal.MISSION_OBSERVES),
        new Refusal(
            "nobody twice",
            List.of(REGISTERED, nobody()),
            nobody(),
            ElectionRefusal.NO_MISSION_KNOWN),
        new Refusal(
            "a report of nobody", List.of(REGISTERED), stated, ElectionRefusal.UNKNOWN_MISSION),
        new Refusal(
            "a report before the vote",
            List.of(REGISTERED, observed),
            report(OBSERVERS, FINAL_REPORT, "2011-12-03"),
            ElectionRefusal.REPORT_BEFORE_ELECTION),
        new Refusal(
            "a report to come",
            List.of(REGISTERED, observed),
            report(OBSERVERS, FINAL_REPORT, "2020-03-02"),
            ElectionRefusal.REPORT_IN_FUTURE),
        new Refusal(
            "a report twice",
            List.of(REGISTERED, observed, stated),
            stated,
            ElectionRefusal.REPORT_KNOWN),
        new Refusal(
            "a report of another day without a reason",
            List.of(REGISTERED, observed, stated),
            report(OBSERVERS, PRELIMINARY_STATEMENT, "2011-12-06"),
            FilingRefusal.REASON_MISSING),
        new Refusal(
            "a date of its own",
            List.of(REGISTERED),
            new RecordNoMission(
                ELECTION,
                "a source",
                new Filing(registrar().by(), registrar().at(), LocalDate.parse("2020-01-01"))),
            FilingRefusal.DATED_NOT_ALLOWED));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_breaks_a_rule_is_refused_by_its_code(Refusal refusal) {
    Election before =
        refusal.given().isEmpty() ? null : after(refusal.given().toArray(new ElectionCommand[0]));

    assertThatThrownBy(() -> ElectionDecisions.decide(before, refusal.command()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(refusal.code()))
        .message()
        .hasSizeGreaterThan(refusal.code().code().length() + 10);
  }

  /** By one of the lines above, which {@link #what_breaks_a_rule_is_refused_by_its_code} plays. */
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(ElectionRefusal code) {
    assertThat(refusals()).extracting(Refusal::code).contains(code);
  }

  @Test
  void the_versions_of_the_stream_are_counted() {
    Election election =
        after(
            REGISTERED,
            mission(OBSERVERS),
            report(OBSERVERS, PRELIMINARY_STATEMENT, "2011-12-05"),
            report(OBSERVERS, FINAL_REPORT, "2012-01-12"));

    assertThat(election.version()).isEqualTo(3);
    assertThat(election.heldOn()).isEqualTo("2011-12-04");
    assertThat(election.missions()).hasSize(1);
    assertThat(election.missions().getFirst().dayOf(PRELIMINARY_STATEMENT)).isEqualTo("2011-12-05");
    assertThat(election.missions().getFirst().dayOf(FINAL_REPORT)).isEqualTo("2012-01-12");
  }

  @Test
  void a_missing_day_stays_missing_until_it_is_known() {
    assertThat(after(register(null)).heldOn()).isNull();
    assertThat(after(register(null), date("2011-12-04", null)).heldOn()).isEqualTo("2011-12-04");
    assertThat(after(REGISTERED, date("2011-12-11", WORDS)).heldOn()).isEqualTo("2011-12-11");
  }

  @Test
  void a_corrected_report_takes_the_place_of_the_earlier_one() {
    Election election =
        after(
            REGISTERED,
            mission(OBSERVERS),
            report(OBSERVERS, FINAL_REPORT, "2012-01-12"),
            report(OBSERVERS, FINAL_REPORT, "2012-01-13", WORDS));

    assertThat(election.missions().getFirst().reports()).hasSize(1);
    assertThat(election.missions().getFirst().dayOf(FINAL_REPORT)).isEqualTo("2012-01-13");
  }

  @Test
  void a_mission_that_is_named_after_all_says_that_somebody_observes() {
    Election election = after(REGISTERED, nobody(), mission(OTHERS));

    assertThat(election.noMission()).isNull();
    assertThat(election.missions()).extracting(Mission::mission).containsExactly(OTHERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "turned \u202e round"})
  void a_title_that_cannot_be_read_is_refused_by_its_place(String title) {
    assertThatThrownBy(() -> ElectionDecisions.decide(null, register(title, null)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("title ");
  }

  @Test
  void letters_of_every_script_are_welcome_and_endless_texts_are_not() {
    assertThat(ElectionDecisions.decide(null, register("انتخابات برلمانية", null))).hasSize(1);
    assertThatThrownBy(() -> ElectionDecisions.decide(null, register("x".repeat(100_000), null)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("title must have at most 300 characters");
  }

  @Test
  void a_stream_that_does_not_start_with_a_registration_is_no_election() {
    NoMissionRecorded event = new NoMissionRecorded("a source", registrar());
    assertThatThrownBy(() -> Election.evolve(null, event))
        .isInstanceOf(IllegalStateException.class);
    ElectionEvent first = ElectionDecisions.decide(null, REGISTERED).getFirst();
    assertThatThrownBy(() -> Election.evolve(after(REGISTERED), first))
        .isInstanceOf(IllegalStateException.class);
  }
}
