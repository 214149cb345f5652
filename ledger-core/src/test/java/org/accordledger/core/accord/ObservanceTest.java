package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.standing;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.accordledger.core.accord.AccordSamples.withdraw;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.ObservanceSamples.agree;
import static org.accordledger.core.accord.ObservanceSamples.amend;
import static org.accordledger.core.accord.ObservanceSamples.day;
import static org.accordledger.core.accord.ObservanceSamples.dispute;
import static org.accordledger.core.accord.ObservanceSamples.inForce;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.accordledger.core.accord.ObservanceSamples.resume;
import static org.accordledger.core.accord.ObservanceSamples.retire;
import static org.accordledger.core.accord.ObservanceSamples.suspend;
import static org.accordledger.core.accord.ObservanceSamples.terminate;
import static org.accordledger.core.accord.ObservanceSamples.uncover;
import static org.accordledger.core.accord.ObservanceSamples.withdrawStanding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.AppointPanelist;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCooperation;
import org.accordledger.core.accord.ObservanceEvent.AccordTerminated;
import org.accordledger.core.accord.ObservanceEvent.PerformanceSuspended;
import org.junit.jupiter.api.Test;

/** How the sample accord is kept and left. It holds since 2015-01-01. */
class ObservanceTest {
  private static final Clause HOTLINE_CLAUSE =
      clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));

  @Test
  void another_window_of_an_embargo_is_an_amendment() {
    Clause amended =
        AccordSamples.embargo(
            effective(clause(QUIET, CYBER, Kind.EMBARGO, clause().entry()), "2016-01-01"),
            new EmbargoRule(ObserverReport.FINAL_REPORT, List.of(), null));
    Clause before =
        AccordSamples.embargo(
            effective(amended, "2015-01-01"),
            new EmbargoRule(ObserverReport.PRELIMINARY_STATEMENT, List.of(), null));

    assertThat(
            given(draft(), offer(FIRST, true, before))
                .when(accept(FIRST, NORTH, QUIET))
                .when(accept(FIRST, SOUTH, QUIET))
                .when(amend(amended))
                .decided())
        .hasExactlyElementsOfTypes(TextOffered.class);
  }

  @Test
  void a_suspension_releases_the_party_that_suspends_and_no_other() {
    AccordScenario scenario =
        inForce()
            .when(suspend(NORTH, QUIET, "2015-03-01"))
            .when(resume(NORTH, QUIET, "2015-05-01"));

    assertThat(owes(scenario, "2015-02-28")).isTrue();
    assertThat(owes(scenario, "2015-03-01")).isFalse();
    assertThat(owes(scenario, "2015-04-30")).isFalse();
    assertThat(owes(scenario, "2015-05-01")).isTrue();
    assertThat(
            Release.on(scenario.accord().observance().releases(), SOUTH, QUIET, day("2015-04-01")))
        .isEmpty();
  }

  @Test
  void performance_that_is_resumed_before_its_suspension_begins_was_never_suspended() {
    AccordScenario scenario =
        inForce().when(suspend(NORTH, null, "2015-06-01")).when(resume(NORTH, null, "2015-03-01"));

    assertThat(owes(scenario, "2015-06-01")).isTrue();
    assertThat(scenario.when(suspend(NORTH, null, "2015-07-01")).decided()).hasSize(1);
  }

  @Test
  void a_suspension_that_relies_on_a_condition_says_its_words() {
    AcceptItems accept =
        new AcceptItems(
            ACCORD,
            FIRST,
            SOUTH,
            List.of(QUIET),
            false,
            "while the north does",
            by(delegate(SOUTH)));
    AccordScenario scenario =
        given(draft(), offer(FIRST, true, clause()), accept(FIRST, NORTH, QUIET), accept)
            .when(suspend(SOUTH, QUIET, "2015-03-01", FIRST));

    assertThat(scenario.decided())
        .singleElement()
        .isInstanceOfSatisfying(
            PerformanceSuspended.class,
            e -> assertThat(e.condition()).isEqualTo("while the north does"));
  }

  @Test
  void an_accord_ends_when_all_who_stay_want_it_and_on_the_latest_day_named() {
    AccordScenario scenario = inForce().when(terminate(NORTH, "2016-01-01"));
    assertThat(scenario.decided()).hasSize(1);
    scenario.when(terminate(SOUTH, "2017-01-01"));

    assertThat(scenario.decided().getLast())
        .isInstanceOfSatisfying(
            AccordTerminated.class, e -> assertThat(e.effective()).isEqualTo("2017-01-01"));
    assertThat(status(scenario, "2016-12-31")).isEqualTo(AccordStatus.IN_FORCE);
    assertThat(status(scenario, "2017-01-01")).isEqualTo(AccordStatus.TERMINATED);
  }

  @Test
  void who_leaves_is_not_waited_for_when_the_others_end_the_accord() {
    AccordScenario scenario =
        inForce().when(terminate(NORTH, "2016-01-01")).when(leave(SOUTH, "2015-06-01"));

    assertThat(scenario.decided()).hasSize(2).last().isInstanceOf(AccordTerminated.class);
  }

  @Test
  void who_left_is_not_waited_for_when_a_text_enters_into_force() {
    AccordScenario scenario =
        inForce()
            .when(leave(SOUTH, "2015-01-01"))
            .when(offer(SECOND, true, HOTLINE_CLAUSE))
            .when(accept(SECOND, NORTH, HOTLINE));

    assertThat(scenario.accord().newestVersionOf(HOTLINE)).isPresent();
  }

  @Test
  void the_status_of_an_accord_follows_from_what_happened_and_the_day() {
    assertThat(status(given(draft()), "2015-01-01")).isEqualTo(AccordStatus.DRAFTING);
    AccordScenario offered = given(draft(), offer(FIRST, true, clause()));
    assertThat(status(offered, "2015-01-01")).isEqualTo(AccordStatus.OFFERED);
    assertThat(
            status(
                given(draft(), offer(FIRST, true, clause())).when(withdraw(FIRST, NORTH, WORDS)),
                "2015-01-01"))
        .isEqualTo(AccordStatus.LAPSED);
    assertThat(status(offered.when(refuse(FIRST, SOUTH, WORDS, QUIET)), "2015-01-01"))
        .isEqualTo(AccordStatus.REFUSED);
    AccordScenario later =
        given(draft(), offer(FIRST, true, effective(clause(), "2016-01-01")))
            .when(accept(FIRST, NORTH, QUIET))
            .when(accept(FIRST, SOUTH, QUIET));
    assertThat(status(later, "2015-12-31")).isEqualTo(AccordStatus.OFFERED);
    assertThat(status(later, "2016-01-01")).isEqualTo(AccordStatus.IN_FORCE);
    assertThat(status(inForce().when(suspend(NORTH, null, "2015-02-01")), "2015-02-01"))
        .isEqualTo(AccordStatus.SUSPENDED);
    assertThat(
            status(
                inForce().when(leave(NORTH, "2015-02-01")).when(leave(SOUTH, "2015-03-01")),
                "2015-03-01"))
        .isEqualTo(AccordStatus.TERMINATED);
  }

  @Test
  void coverage_standing_and_seats_end_on_a_day_and_can_be_had_again() {
    AccordScenario scenario =
        inForce()
            .when(coverage(QUIET, WATCH, "2014-06-01"))
            .when(uncover(WATCH, "2015-02-01"))
            .when(coverage(QUIET, WATCH, "2014-12-01"))
            .when(standing(WATCH))
            .when(withdrawStanding(WATCH, "2015-02-01"));

    assertThat(scenario.accord().observance().coverage())
        .extracting(Observance.Coverage::until)
        .containsExactly(day("2015-01-31"), null);
    assertThat(scenario.accord().observance().keepsStanding(WATCH, day("2015-01-31"))).isTrue();
    assertThat(scenario.accord().observance().keepsStanding(WATCH, day("2015-02-01"))).isFalse();
    assertThat(
            scenario
                .when(standing(WATCH))
                .accord()
                .observance()
                .keepsStanding(WATCH, day("2015-02-01")))
        .isTrue();
  }

  @Test
  void a_panelist_who_retired_is_appointed_anew_for_what_it_is_appointed_to() {
    AppointPanelist again = panelist("ann", WATCH, CYBER);
    AccordScenario scenario =
        inForce().when(panelist("ann", WATCH)).when(retire("ann", "2015-02-01"));

    assertThat(scenario.accord().observance().sits(again.member(), day("2015-01-31"))).isTrue();
    assertThat(scenario.accord().observance().sits(again.member(), day("2015-02-01"))).isFalse();
    scenario.refuses(retire("ann", "2015-03-01"), ObservanceRefusal.NOT_AN_ACTIVE_PANELIST);
    assertThat(scenario.when(again).accord().roster())
        .containsExactly(new Panelist(again.member(), WATCH, List.of(CYBER)));
    assertThat(scenario.accord().observance().sits(again.member(), day("2015-02-01"))).isTrue();
  }

  @Test
  void a_cooperation_item_is_proposed_active_and_withdrawn() {
    AccordScenario scenario = given(draft(), offer(FIRST, true, HOTLINE_CLAUSE));
    assertThat(item(scenario, "2015-01-01")).isEqualTo(Cooperation.Status.PROPOSED);
    scenario.when(accept(FIRST, NORTH, HOTLINE)).when(accept(FIRST, SOUTH, HOTLINE));
    assertThat(item(scenario, "2015-01-01")).isEqualTo(Cooperation.Status.ACTIVE);
    scenario.when(
        new WithdrawCooperation(
            ACCORD, SOUTH, HOTLINE, day("2015-04-01"), WORDS, by(delegate(SOUTH))));
    assertThat(item(scenario, "2015-03-31")).isEqualTo(Cooperation.Status.ACTIVE);
    assertThat(item(scenario, "2015-04-01")).isEqualTo(Cooperation.Status.WITHDRAWN);
    scenario
        .when(offer(SECOND, true, effective(HOTLINE_CLAUSE, "2016-01-01")))
        .when(accept(SECOND, NORTH, HOTLINE))
        .when(accept(SECOND, SOUTH, HOTLINE));
    assertThat(item(scenario, "2016-01-01")).isEqualTo(Cooperation.Status.ACTIVE);
  }

  @Test
  void two_readings_of_a_term_stand_side_by_side_until_they_are_one() {
    AccordScenario scenario =
        inForce().when(agree(NORTH, "any body")).when(dispute(SOUTH, 1, "a paid body"));
    Glossary glossary = scenario.accord().observance().glossary();
    assertThat(glossary.version()).isEqualTo(2);
    assertThat(glossary.readings()).hasSize(1);
    assertThat(glossary.readings().getFirst().sharing(Set.of(NORTH, SOUTH)))
        .isEqualTo(Glossary.Sharing.DISPUTED);

    scenario.when(agree(SOUTH, "a paid body"));
    Glossary two = scenario.accord().observance().glossary();
    assertThat(two.readings()).extracting(Glossary.Reading::version).containsExactly(1, 2);
    assertThat(two.readings().getLast().sharing(Set.of(NORTH, SOUTH)))
        .isEqualTo(Glossary.Sharing.OPEN);

    scenario.when(agree(NORTH, "a paid body"));
    Glossary shared = scenario.accord().observance().glossary();
    assertThat(shared.readings().getLast().sharing(Set.of(NORTH, SOUTH)))
        .isEqualTo(Glossary.Sharing.AGREED);
    assertThat(shared.readings().getFirst().sharing(Set.of(NORTH, SOUTH)))
        .isEqualTo(Glossary.Sharing.DISPUTED);
  }

  @Test
  void near_duplicates_of_a_reading_are_versions_of_their_own_and_hide_nothing() {
    AccordScenario scenario = inForce();
    for (int i = 0; i < 500; i++) {
      scenario.when(agree(NORTH, "any body " + i));
    }

    assertThat(scenario.accord().observance().glossary().readings()).hasSize(500);
    assertThat(scenario.when(dispute(SOUTH, 1, "none")).decided()).hasSize(1);
  }

  @Test
  void an_amendment_is_an_offer_and_binds_once_accepted_from_its_day() {
    Clause changed = effective(untestable(clause()), "2016-01-01");
    AccordScenario scenario = inForce().when(amend(changed));
    assertThat(scenario.decided())
        .singleElement()
        .isInstanceOfSatisfying(
            TextOffered.class, e -> assertThat(e.items()).containsExactly(changed));
    scenario.when(accept(SECOND, NORTH, QUIET)).when(accept(SECOND, SOUTH, QUIET));

    AccordTerms terms = scenario.accord().terms();
    assertThat(terms.clauseOn(QUIET, day("2015-12-31")).orElseThrow().version()).isEqualTo(1);
    assertThat(terms.clauseOn(QUIET, day("2016-01-01")).orElseThrow().version()).isEqualTo(2);
  }

  private static boolean owes(AccordScenario scenario, String day) {
    return Release.on(scenario.accord().observance().releases(), NORTH, QUIET, day(day)).isEmpty();
  }

  private static AccordStatus status(AccordScenario scenario, String day) {
    return AccordStatus.of(scenario.accord(), day(day));
  }

  private static Cooperation.Status item(AccordScenario scenario, String day) {
    return Cooperation.status(scenario.accord(), HOTLINE, day(day));
  }
}
