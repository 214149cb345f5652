package org.accordledger.core.election;

import static org.accordledger.core.accord.ObserverReport.FINAL_REPORT;
import static org.accordledger.core.accord.ObserverReport.PRELIMINARY_STATEMENT;
import static org.accordledger.core.election.ElectionSamples.OBSERVERS;
import static org.accordledger.core.election.ElectionSamples.OTHERS;
import static org.accordledger.core.election.ElectionSamples.after;
import static org.accordledger.core.election.ElectionSamples.mission;
import static org.accordledger.core.election.ElectionSamples.nobody;
import static org.accordledger.core.election.ElectionSamples.register;
import static org.accordledger.core.election.ElectionSamples.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.EmbargoRule;
import org.accordledger.core.election.EmbargoWindow.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmbargoWindowTest {
  private static final EmbargoRule STATEMENT = rule(null);

  @Test
  void it_runs_from_the_vote_to_the_document_its_rule_names_both_days_inside() {
    Election election =
        after(
            register("2011-12-04"),
            mission(OBSERVERS),
            report(OBSERVERS, PRELIMINARY_STATEMENT, "2011-12-05"),
            report(OBSERVERS, FINAL_REPORT, "2012-01-12"));

    EmbargoWindow window = EmbargoWindow.of(STATEMENT, election);

    assertThat(window.state()).isEqualTo(State.CLOSED);
    assertThat(window.opens()).isEqualTo("2011-12-04");
    assertThat(window.closes()).isEqualTo("2011-12-05");
    assertThat(window.restsOn())
        .isEqualTo(
            "election-sample, version 3: held on 2011-12-04, preliminary statement on 2011-12-05");
    assertOutside(window, "2011-12-03", "2011-12-06");
    assertInside(window, "2011-12-04", "2011-12-05");
    assertThat(EmbargoWindow.of(new EmbargoRule(FINAL_REPORT, List.of(), null), election).closes())
        .isEqualTo("2012-01-12");
  }

  @Test
  void until_the_document_is_published_it_stays_open() {
    EmbargoWindow window =
        EmbargoWindow.of(STATEMENT, after(register("2011-12-04"), mission(OBSERVERS)));

    assertThat(window.state()).isEqualTo(State.OPEN);
    assertThat(window.closes()).isNull();
    assertInside(window, "2011-12-04", "2019-01-01");
    assertOutside(window, "2011-12-03");
  }

  @Test
  void the_first_of_several_missions_closes_it_unless_the_rule_names_whose_document_counts() {
    Election election =
        after(
            register("2011-12-04"),
            mission(OBSERVERS),
            mission(OTHERS),
            report(OTHERS, PRELIMINARY_STATEMENT, "2011-12-05"),
            report(OBSERVERS, PRELIMINARY_STATEMENT, "2011-12-07"));

    assertThat(EmbargoWindow.of(STATEMENT, election).closes()).isEqualTo("2011-12-05");
    assertThat(EmbargoWindow.of(rule(null, OBSERVERS), election).closes()).isEqualTo("2011-12-07");
  }

  @Test
  void with_no_mission_it_closes_when_the_rule_says_or_never_opens() {
    Election election = after(register("2011-12-04"), nobody());

    EmbargoWindow fallback = EmbargoWindow.of(rule(56), election);
    assertThat(fallback.state()).isEqualTo(State.CLOSED);
    assertThat(fallback.closes()).isEqualTo("2012-01-29");
    assertInside(fallback, "2011-12-04", "2012-01-29");
    assertOutside(fallback, "2012-01-30");

    EmbargoWindow never = EmbargoWindow.of(STATEMENT, election);
    assertThat(never.state()).isEqualTo(State.NEVER_OPENS);
    assertOutside(never, "2011-12-03", "2011-12-04", "2011-12-05");
    assertThat(never.excludes(null, LocalDate.parse("2020-01-01"))).isTrue();
    assertThat(EmbargoWindow.of(STATEMENT, after(register(null), nobody())).state())
        .isEqualTo(State.NEVER_OPENS);
  }

  @Test
  void what_is_not_known_is_not_guessed() {
    EmbargoWindow undated = EmbargoWindow.of(rule(10), after(register(null), nobody()));
    assertThat(undated.state()).isEqualTo(State.UNDATED);
    assertThat(undated.excludes(LocalDate.parse("1900-01-01"), LocalDate.parse("1900-01-01")))
        .isFalse();

    EmbargoWindow unknown = EmbargoWindow.of(STATEMENT, after(register("2011-12-04")));
    assertThat(unknown.state()).isEqualTo(State.MISSION_UNKNOWN);
    assertOutside(unknown, "2011-12-03");
    assertThat(unknown.excludes(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-01-01")))
        .isFalse();
    assertThat(unknown.contains(Occurred.on(LocalDate.parse("2011-12-04")))).isFalse();

    Election others = after(register("2011-12-04"), mission(OTHERS));
    assertThat(EmbargoWindow.of(rule(null, OBSERVERS), others).state())
        .isEqualTo(State.MISSION_UNKNOWN);
  }

  @Test
  void a_vague_day_is_outside_only_if_every_day_it_may_be_is() {
    EmbargoWindow window =
        EmbargoWindow.of(
            STATEMENT,
            after(
                register("2011-12-04"),
                mission(OBSERVERS),
                report(OBSERVERS, PRELIMINARY_STATEMENT, "2011-12-05")));
    Occurred december =
        new Occurred(LocalDate.parse("2011-12-01"), null, Occurred.Precision.MONTH, false);

    assertThat(window.excludes(december.from(), LocalDate.parse("2011-12-31"))).isFalse();
    assertThat(window.contains(december)).isFalse();
    assertThat(window.excludes(null, LocalDate.parse("2020-01-01"))).isFalse();
    assertThat(window.excludes(null, LocalDate.parse("2011-12-03"))).isTrue();
    assertThat(window.contains(Occurred.unknown())).isFalse();
    assertThat(window.contains(Occurred.since(LocalDate.parse("2011-12-04")))).isFalse();
  }

  private static EmbargoRule rule(@Nullable Integer days, BodyId... missions) {
    return new EmbargoRule(PRELIMINARY_STATEMENT, List.of(missions), days);
  }

  private static void assertInside(EmbargoWindow window, String... days) {
    for (String day : days) {
      Occurred on = Occurred.on(LocalDate.parse(day));
      assertThat(window.excludes(on.from(), LocalDate.parse(day))).as(day).isFalse();
      assertThat(window.contains(on)).as(day).isTrue();
    }
  }

  private static void assertOutside(EmbargoWindow window, String... days) {
    for (String day : days) {
      LocalDate on = LocalDate.parse(day);
      assertThat(window.excludes(on, on)).as(day).isTrue();
      assertThat(window.contains(Occurred.on(on))).as(day).isFalse();
    }
  }
}
