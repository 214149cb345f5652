package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.binding;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.hotlineOf;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.withdraw;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.ObservanceSamples.day;
import static org.accordledger.core.accord.ObservanceSamples.inForce;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.accordledger.core.accord.ObservanceSamples.reservation;
import static org.accordledger.core.accord.ObservanceSamples.suspend;
import static org.accordledger.core.accord.ObservanceSamples.terminate;
import static org.accordledger.core.accord.ObservanceSamples.uncover;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.accordledger.core.accord.Obligations.Owed;
import org.accordledger.core.accord.ObservanceCommand.DeclareUnderstanding;
import org.accordledger.core.accord.ObservanceEvent.PerformanceSuspended;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one party said, suspended or owes is told apart from what the others did. */
class ObservanceOfOneTest {
  private static final LocalDate FEBRUARY = day("2015-02-01");

  @Test
  void each_party_owes_what_binds_it_and_is_given_what_binds_the_others() {
    Accord accord =
        given(
                draft(),
                offer(FIRST, true, clause(), hotlineOf(SOUTH)),
                accept(FIRST, NORTH, QUIET),
                accept(FIRST, SOUTH, QUIET, HOTLINE),
                suspend(NORTH, QUIET, "2015-02-01"))
            .accord();
    Owed north = new Owed(NORTH, QUIET, 1, Kind.PROHIBITION, day("2015-01-01"), false);
    Owed south = new Owed(SOUTH, QUIET, 1, Kind.PROHIBITION, day("2015-01-01"), true);
    Owed hotline = new Owed(SOUTH, HOTLINE, 1, Kind.COOPERATION, day("2015-01-01"), true);

    assertThat(Obligations.on(accord, FEBRUARY))
        .containsExactly(
            new Obligations(NORTH, List.of(north), List.of(south, hotline)),
            new Obligations(SOUTH, List.of(south, hotline), List.of(north)));
    assertThat(Obligations.on(accord, day("2015-01-31")).getFirst().owes())
        .containsExactly(new Owed(NORTH, QUIET, 1, Kind.PROHIBITION, day("2015-01-01"), true));
    assertThat(Obligations.on(accord, day("2014-12-31")))
        .containsExactly(
            new Obligations(NORTH, List.of(), List.of()),
            new Obligations(SOUTH, List.of(), List.of()));
  }

  @Test
  void a_clause_is_uncovered_from_the_day_after_the_last_who_watched_it() {
    ClauseCode silence = new ClauseCode("silence");
    Clause ofTheSouth =
        binding(
            clause(silence, MEDIA, Kind.OBLIGATION, new EntryRule(Needs.NAMED, List.of(SOUTH))),
            SOUTH);
    Accord accord =
        given(
                draft(),
                offer(FIRST, true, clause(), ofTheSouth, hotlineOf(SOUTH)),
                accept(FIRST, NORTH, QUIET),
                accept(FIRST, SOUTH, QUIET, silence, HOTLINE),
                coverage(QUIET, THIRD, "2014-06-01"),
                coverage(QUIET, WATCH, "2014-06-01"),
                uncover(THIRD, "2015-01-11"),
                uncover(WATCH, "2015-02-01"),
                coveredLater())
            .when(uncover(WATCH, "2016-03-01"))
            .accord();
    Uncovered never = new Uncovered(silence, 1, List.of(SOUTH), Clause.Verifiability.B, null);

    assertThat(Uncovered.on(accord, day("2015-01-31"))).containsExactly(never);
    for (String gap : List.of("2015-02-01", "2015-12-31")) {
      assertThat(Uncovered.on(accord, day(gap))).containsExactly(quiet("2015-01-31"), never);
    }
    assertThat(Uncovered.on(accord, day("2016-01-01"))).containsExactly(never);
    assertThat(Uncovered.on(accord, day("2016-03-01"))).containsExactly(quiet("2016-02-29"), never);
  }

  @Test
  void a_reservation_holds_from_the_day_it_was_entered_and_an_understanding_never() {
    Observance observance =
        inForce()
            .when(
                new DeclareUnderstanding(
                    ACCORD, NORTH, QUIET, Map.of(EN, "as before"), by(delegate(NORTH))))
            .when(reservation(NORTH, "not in war"))
            .when(reservation(SOUTH, "not at sea"))
            .accord()
            .observance();

    assertThat(observance.reservations(NORTH, QUIET, day("2014-12-31"))).isEmpty();
    assertThat(observance.reservations(NORTH, QUIET, day("2015-01-01")))
        .extracting(Statement::number)
        .containsExactly(2);
    assertThat(observance.reservations(NORTH, HOTLINE, FEBRUARY)).isEmpty();
  }

  @Test
  void a_suspension_relies_on_the_words_this_party_accepted_this_clause_under() {
    AccordScenario scenario =
        given(
            draft(),
            offer(FIRST, true, clause(), hotlineOf(NORTH, SOUTH)),
            accept(FIRST, NORTH, QUIET, HOTLINE),
            acceptIf("while the north is quiet", QUIET),
            acceptIf("while the north answers", HOTLINE));

    assertThat(relied(scenario, HOTLINE)).isEqualTo("while the north answers");
    assertThat(relied(scenario, QUIET)).isEqualTo("while the north is quiet");
    assertThat(relied(scenario, null)).isEqualTo("while the north is quiet");
    scenario.refuses(
        suspend(NORTH, QUIET, "2015-02-01", FIRST), ObservanceRefusal.NO_SUCH_CONDITION);
  }

  @Test
  void the_day_on_which_those_who_stay_end_an_accord_is_theirs_to_name() {
    AccordScenario ended =
        inForce().when(terminate(NORTH, "2018-01-01")).when(leave(NORTH, "2016-01-01"));
    assertThat(ended.decided()).hasSize(1);

    assertThat(ended.when(terminate(SOUTH, "2016-06-01")).accord().observance().terminatedFrom())
        .isEqualTo("2016-06-01");
  }

  @Test
  void a_refusal_by_a_party_that_is_not_needed_leaves_an_offer_open() {
    Clause northAlone = binding(clause(QUIET, MEDIA, Kind.OBLIGATION, named(NORTH)), NORTH);
    AccordScenario refused =
        given(draft(), offer(FIRST, true, northAlone), refuse(FIRST, SOUTH, WORDS, QUIET));

    assertThat(AccordStatus.of(refused.accord(), FEBRUARY)).isEqualTo(AccordStatus.OFFERED);
    assertThat(AccordStatus.of(refused.when(refuse(FIRST, NORTH, WORDS, QUIET)).accord(), FEBRUARY))
        .isEqualTo(AccordStatus.REFUSED);
    assertThat(AccordStatus.IN_FORCE.code()).isEqualTo("in_force");
  }

  @Test
  void a_cooperation_item_is_proposed_by_an_offer_of_its_own_that_stands() {
    AccordScenario scenario =
        given(draft(), offer(FIRST, true, hotlineOf(NORTH)), offer(SECOND, true, clause()))
            .when(withdraw(FIRST, NORTH, WORDS));

    assertThat(Cooperation.status(scenario.accord(), HOTLINE, FEBRUARY))
        .isEqualTo(Cooperation.Status.WITHDRAWN);
  }

  private static Uncovered quiet(String until) {
    return new Uncovered(QUIET, 1, List.of(NORTH, SOUTH), Clause.Verifiability.B, day(until));
  }

  private static DeclareCoverage coveredLater() {
    return new DeclareCoverage(
        ACCORD,
        QUIET,
        WATCH,
        day("2016-01-01"),
        by(actor("monitor", Role.MONITOR, WATCH), "2016-01-01"));
  }

  private static AcceptItems acceptIf(String condition, ClauseCode clause) {
    return new AcceptItems(
        ACCORD, FIRST, SOUTH, List.of(clause), false, condition, by(delegate(SOUTH)));
  }

  private static @Nullable String relied(AccordScenario scenario, @Nullable ClauseCode clause) {
    AccordEvent event =
        AccordDecisions.decide(scenario.accord(), suspend(SOUTH, clause, "2015-02-01", FIRST))
            .getFirst();
    return ((PerformanceSuspended) event).condition();
  }

  private static EntryRule named(BodyId... parties) {
    return new EntryRule(Needs.NAMED, List.of(parties));
  }
}
