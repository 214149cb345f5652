package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.accord.AccordSamples.standing;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.ObservanceSamples.day;
import static org.accordledger.core.accord.ObservanceSamples.inForce;
import static org.accordledger.core.accord.ObservanceSamples.interpret;
import static org.accordledger.core.accord.ObservanceSamples.retire;
import static org.accordledger.core.accord.ObservanceSamples.withdrawStanding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.Role;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCoverage;
import org.junit.jupiter.api.Test;

/** Who may sit, file and watch, where more than one could. */
class RosterTest {
  @Test
  void a_panelist_is_appointed_to_baskets_that_the_accord_has() {
    given(draft())
        .refuses(
            panelist("ann", THIRD, MEDIA, new BasketCode("trade")), AccordRefusal.UNKNOWN_BASKET);
  }

  @Test
  void a_refused_appointment_says_of_which_baskets_the_panelist_is() {
    assertThatThrownBy(() -> given(draft(), panelist("ann", THIRD), panelist("ann", THIRD)))
        .hasMessageContaining("ann is on the roster of every basket");
    assertThatThrownBy(
            () -> given(draft(), panelist("ann", THIRD, MEDIA), panelist("ann", THIRD, MEDIA)))
        .hasMessageContaining("ann is on the roster of [media]");
  }

  @Test
  void a_body_ends_its_own_coverage_or_has_the_registrar_end_it() {
    LocalDate from = day("2015-03-01");
    AccordScenario covered = inForce().when(coverage(QUIET, WATCH, "2014-06-01"));

    covered.refuses(
        new WithdrawCoverage(ACCORD, QUIET, WATCH, from, by(actor("monitor", Role.MONITOR, THIRD))),
        FilingRefusal.ACTS_FOR_ANOTHER);
    assertThat(
            covered
                .when(new WithdrawCoverage(ACCORD, QUIET, WATCH, from, registrar()))
                .accord()
                .observance()
                .coverage()
                .getFirst()
                .until())
        .isEqualTo("2015-02-28");
  }

  @Test
  void who_is_appointed_or_granted_anew_brings_nobody_else_back() {
    Observance observance =
        inForce()
            .when(standing(WATCH))
            .when(standing(THIRD))
            .when(withdrawStanding(WATCH, "2015-02-01"))
            .when(withdrawStanding(THIRD, "2015-02-01"))
            .when(standing(THIRD))
            .when(panelist("ann", THIRD))
            .when(panelist("bo", THIRD))
            .when(retire("ann", "2015-02-01"))
            .when(retire("bo", "2015-02-01"))
            .when(panelist("bo", THIRD))
            .accord()
            .observance();

    assertThat(observance.standingEnds())
        .containsExactlyEntriesOf(Map.of(WATCH, day("2015-02-01")));
    assertThat(observance.retired())
        .containsExactlyEntriesOf(Map.of(new AccountId("ann"), day("2015-02-01")));
  }

  @Test
  void who_is_not_on_the_roster_neither_reads_a_term_nor_retires() {
    AccordScenario scenario = inForce().when(panelist("ann", THIRD));

    scenario.refuses(interpret("bo", "a body"), ObservanceRefusal.NOT_AN_ACTIVE_PANELIST);
    scenario.refuses(retire("bo", "2015-02-01"), ObservanceRefusal.NOT_AN_ACTIVE_PANELIST);
    scenario
        .when(retire("ann", "2015-01-01"))
        .refuses(interpret("ann", "a body"), ObservanceRefusal.NOT_AN_ACTIVE_PANELIST);
  }

  @Test
  void rules_of_standing_that_say_what_holds_anyhow_are_still_a_first_version() {
    StandingRules initial = StandingRules.INITIAL;
    AdoptStandingRules same =
        new AdoptStandingRules(
            ACCORD,
            initial.injuredThirdStates(),
            initial.nationalsSit(),
            initial.leastMarking(),
            registrar());

    assertThat(inForce().when(same).accord().observance().standingRules().version()).isEqualTo(1);
    inForce()
        .when(same)
        .when(new AdoptStandingRules(ACCORD, true, initial.nationalsSit(), null, registrar()))
        .when(same);
  }
}
