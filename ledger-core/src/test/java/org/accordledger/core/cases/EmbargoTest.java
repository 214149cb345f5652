package org.accordledger.core.cases;

import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.EmbargoSamples.about;
import static org.accordledger.core.cases.EmbargoSamples.election;
import static org.accordledger.core.cases.EmbargoSamples.terms;
import static org.accordledger.core.election.ElectionSamples.ELECTION;
import static org.accordledger.core.election.ElectionSamples.after;
import static org.accordledger.core.election.ElectionSamples.nobody;
import static org.accordledger.core.election.ElectionSamples.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Occurred;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.EmbargoWindowDetermined;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionRefusal;
import org.accordledger.core.election.EmbargoWindow.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoTest {
  @ParameterizedTest
  @ValueSource(strings = {"2019-05-04", "2019-05-05", "2019-05-06"})
  void a_statement_inside_the_window_is_a_candidate(String day) {
    List<CaseEvent> events = decide(about(on(day)), election());

    assertThat(events).hasSize(2);
    EmbargoWindowDetermined determined = (EmbargoWindowDetermined) events.get(1);
    assertThat(determined.election()).isEqualTo(ELECTION);
    assertThat(determined.electionVersion()).isEqualTo(2);
    assertThat(determined.window().state()).isEqualTo(State.CLOSED);
    assertThat(determined.window().closes()).isEqualTo("2019-05-06");
    assertThat(determined.filed().by().role()).isEqualTo(Role.SYSTEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-05-03", "2019-05-07"})
  void a_statement_outside_it_is_declared_inadmissible_with_rule_and_text(String day) {
    List<CaseEvent> events = decide(about(on(day)), election());

    CaseDeclaredInadmissible declared = (CaseDeclaredInadmissible) events.get(2);
    assertThat(declared.ground()).isEqualTo(Ground.EMBARGO_NOT_OPEN);
    assertThat(declared.rule()).isEqualTo(Ground.EMBARGO_NOT_OPEN.rule());
    assertThat(declared.restsOn())
        .isEqualTo(
            "clause quiet of accord-sample, version 1; election-sample, version 2: held on"
                + " 2019-05-04, preliminary statement on 2019-05-06; the conduct was from %s to %s"
                    .formatted(day, day));
    assertThat(declared.filed().by().role()).isEqualTo(Role.SYSTEM);
  }

  @Test
  void with_no_mission_and_no_time_for_that_nothing_is_forbidden() {
    List<CaseEvent> events =
        decide(about(on("2019-05-05")), after(register("2019-05-04"), nobody()));

    assertThat(((CaseDeclaredInadmissible) events.get(2)).restsOn()).contains("nobody observes it");
  }

  @Test
  void what_data_leave_open_the_registrar_decides_and_what_they_settle_not() {
    Case inside = state(decide(about(on("2019-05-05")), election()));
    assertThatThrownBy(() -> screen(inside))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.code()).isEqualTo(CaseRefusal.DECIDED_BY_DATA));

    Case unknownMission = state(decide(about(on("2019-05-05")), after(register("2019-05-04"))));
    assertThat(unknownMission.stage()).isEqualTo(Stage.SUBMITTED);
    assertThat(screen(unknownMission)).hasSize(1);

    Case undated = state(decide(about(Occurred.unknown()), election()));
    assertThat(undated.stage()).isEqualTo(Stage.SUBMITTED);
    assertThat(screen(undated)).hasSize(1);
    assertThat(CaseDecisions.decide(undated, admit(), terms(), null)).hasSize(2);
  }

  @Test
  void a_later_report_does_not_change_what_was_decided() {
    Case open = state(decide(about(on("2019-06-05")), after(register("2019-05-04"))));

    assertThat(open.embargo()).isNotNull();
    assertThat(Case.evolve(open, CaseDecisions.decide(open, admit(), terms(), null).getFirst()))
        .extracting(Case::embargo)
        .isEqualTo(open.embargo());
  }

  @Test
  void an_embargo_with_a_rule_asks_for_its_election_and_no_other_clause_does() {
    assertRefused(terms(), submit(), election(), CaseRefusal.ELECTION_MISSING);
    assertRefused(terms(), about(on("2019-05-05")), null, ElectionRefusal.UNKNOWN_ELECTION);
    assertRefused(
        CaseSamples.terms(), about(on("2019-05-05")), election(), CaseRefusal.ELECTION_NOT_ASKED);
  }

  @Test
  void conduct_before_the_clause_held_needs_no_window() {
    List<CaseEvent> events = decide(about(on("2014-05-05")), election());

    assertThat(events).hasSize(2);
    assertThat(((CaseDeclaredInadmissible) events.get(1)).ground())
        .isEqualTo(Ground.BEFORE_ENTRY_INTO_FORCE);
  }

  private static List<CaseEvent> screen(Case state) {
    return CaseDecisions.decide(state, inadmissible(Ground.EMBARGO_NOT_OPEN), terms(), null);
  }

  private static void assertRefused(
      AccordTerms terms, CaseCommand command, @Nullable Election election, RefusalCode code) {
    assertThatThrownBy(() -> CaseDecisions.decide(null, command, terms, null, election))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private static List<CaseEvent> decide(CaseCommand command, Election election) {
    return CaseDecisions.decide(null, command, terms(), null, election);
  }

  private static Case state(List<CaseEvent> events) {
    Case state = Case.evolve(null, events.getFirst());
    for (CaseEvent event : events.subList(1, events.size())) {
      state = state.apply(event);
    }
    return state;
  }

  private static Occurred on(String day) {
    return Occurred.on(LocalDate.parse(day));
  }
}
