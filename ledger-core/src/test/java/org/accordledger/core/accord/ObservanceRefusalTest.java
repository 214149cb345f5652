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
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.accordledger.core.accord.ObservanceSamples.agree;
import static org.accordledger.core.accord.ObservanceSamples.amend;
import static org.accordledger.core.accord.ObservanceSamples.day;
import static org.accordledger.core.accord.ObservanceSamples.dispute;
import static org.accordledger.core.accord.ObservanceSamples.inForce;
import static org.accordledger.core.accord.ObservanceSamples.interpret;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.accordledger.core.accord.ObservanceSamples.reservation;
import static org.accordledger.core.accord.ObservanceSamples.resume;
import static org.accordledger.core.accord.ObservanceSamples.retire;
import static org.accordledger.core.accord.ObservanceSamples.suspend;
import static org.accordledger.core.accord.ObservanceSamples.terminate;
import static org.accordledger.core.accord.ObservanceSamples.uncover;
import static org.accordledger.core.accord.ObservanceSamples.withdrawStanding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.accord.ObservanceCommand.DeclareUnderstanding;
import org.accordledger.core.accord.ObservanceCommand.EnterReservation;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCooperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal about how an accord is kept is provoked, and every act by whom it is not. */
class ObservanceRefusalTest {
  private static final AdoptStandingRules RULES =
      new AdoptStandingRules(ACCORD, true, true, null, registrar());

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(ObservanceRefusal code) {
    switch (code) {
      case PARTY_HAS_LEFT ->
          inForce().when(leave(SOUTH, "2015-01-01")).refuses(agree(SOUTH, "a body"), code);
      case ACCORD_TERMINATED -> ended().refuses(reservation(NORTH, "not in war"), code);
      case DAY_HAS_PASSED -> inForce().refuses(suspend(NORTH, QUIET, "2014-12-31"), code);
      case CLAUSE_NOT_OWED ->
          AccordScenario.given(AccordSamples.draft(), offer(FIRST, true, clause()))
              .refuses(suspend(NORTH, QUIET, "2015-01-01"), code);
      case ALREADY_SUSPENDED ->
          inForce()
              .when(suspend(NORTH, null, "2015-02-01"))
              .refuses(suspend(NORTH, QUIET, "2015-03-01"), code);
      case NOT_SUSPENDED ->
          inForce()
              .when(suspend(NORTH, null, "2015-02-01"))
              .refuses(resume(NORTH, QUIET, "2015-03-01"), code);
      case NO_SUCH_CONDITION -> inForce().refuses(suspend(NORTH, QUIET, "2015-02-01", FIRST), code);
      case ALREADY_LEAVING ->
          inForce().when(leave(SOUTH, "2016-01-01")).refuses(leave(SOUTH, "2017-01-01"), code);
      case END_ALREADY_DECLARED ->
          inForce()
              .when(terminate(SOUTH, "2016-01-01"))
              .refuses(terminate(SOUTH, "2017-01-01"), code);
      case NOT_COVERED -> inForce().refuses(uncover(WATCH, "2015-01-01"), code);
      case COVERAGE_ENDS_EARLY ->
          inForce()
              .when(coverage(QUIET, WATCH, "2014-06-01"))
              .refuses(uncover(WATCH, "2014-05-31"), code);
      case STANDING_NOT_GRANTED -> inForce().refuses(withdrawStanding(NORTH, "2015-01-01"), code);
      case NOT_AN_ACTIVE_PANELIST -> inForce().refuses(retire("ann", "2015-01-01"), code);
      case STANDING_RULES_IN_FORCE -> inForce().when(RULES).refuses(RULES, code);
      case COOPERATION_NOT_ACTIVE -> inForce().refuses(endCooperation(QUIET), code);
      case UNKNOWN_TERM -> inForce().refuses(dispute(NORTH, 1, "a body"), code);
      case TERM_ALREADY_AGREED ->
          inForce().when(agree(NORTH, "a body")).refuses(agree(NORTH, "a body"), code);
      case TERM_ALREADY_DISPUTED ->
          inForce()
              .when(agree(NORTH, "a body"))
              .when(dispute(SOUTH, 1, "a paid body"))
              .refuses(dispute(SOUTH, 1, "a paid body"), code);
      case INTERPRETATION_ALREADY_RECORDED ->
          inForce()
              .when(panelist("ann", WATCH))
              .when(interpret("ann", "a body"))
              .refuses(interpret("ann", "a body"), code);
      case NOTHING_TO_AMEND -> inForce().refuses(amend(effective(hotline(), "2016-01-01")), code);
      case EFFECTIVE_DATE_MISSING -> inForce().refuses(amend(untestable(clause())), code);
      case AMENDS_NOTHING -> inForce().refuses(amend(effective(clause(), "2016-01-01")), code);
    }
  }

  static Stream<AccordCommand> actsOfNorth() {
    return Stream.of(
        reservation(NORTH, "not in war"),
        new DeclareUnderstanding(
            ACCORD, NORTH, QUIET, Map.of(AccordSamples.EN, "as before"), by(delegate(NORTH))),
        suspend(NORTH, QUIET, "2015-01-01"),
        resume(NORTH, QUIET, "2015-01-01"),
        leave(NORTH, "2015-01-01"),
        terminate(NORTH, "2015-01-01"),
        endCooperation(QUIET),
        agree(NORTH, "a body"),
        dispute(NORTH, 1, "a body"),
        amend(effective(untestable(clause()), "2016-01-01")),
        offer(SECOND, true, clause()));
  }

  @ParameterizedTest
  @MethodSource("actsOfNorth")
  void who_has_left_acts_no_longer_as_a_party(AccordCommand act) {
    inForce().when(leave(NORTH, "2015-01-01")).refuses(act, ObservanceRefusal.PARTY_HAS_LEFT);
  }

  @ParameterizedTest
  @MethodSource("actsOfNorth")
  void under_an_accord_that_ended_nothing_is_agreed_or_released(AccordCommand act) {
    ended().refuses(act, ObservanceRefusal.ACCORD_TERMINATED);
  }

  @ParameterizedTest
  @MethodSource("actsOfNorth")
  void before_there_is_an_accord_there_is_nothing_to_keep(AccordCommand act) {
    AccordScenario.given().refuses(act, AccordRefusal.UNKNOWN_ACCORD);
  }

  @Test
  void nobody_makes_a_reservation_for_another_party_or_as_none() {
    EnterReservation own = reservation(NORTH, "not in war");
    inForce()
        .refuses(
            new EnterReservation(ACCORD, SOUTH, QUIET, own.text(), own.filed()),
            FilingRefusal.ACTS_FOR_ANOTHER);
    inForce().refuses(reservation(AccordSamples.THIRD, "no"), AccordRefusal.NOT_A_PARTY);
    inForce()
        .refuses(
            new EnterReservation(ACCORD, NORTH, HOTLINE, own.text(), own.filed()),
            AccordRefusal.UNKNOWN_CLAUSE);
    inForce()
        .refuses(
            new EnterReservation(
                ACCORD, NORTH, QUIET, Map.of(new LanguageTag("fr"), "sauf"), own.filed()),
            AccordRefusal.LANGUAGE_NOT_DECLARED);
    inForce()
        .refuses(
            new EnterReservation(ACCORD, NORTH, QUIET, Map.of(), own.filed()),
            AccordRefusal.TEXT_MISSING);
  }

  @Test
  void a_text_is_taken_in_every_script_and_within_bounds() {
    String arabic = "إلا في زمن الحرب";
    assertThat(
            inForce()
                .when(reservation(NORTH, arabic))
                .accord()
                .observance()
                .statements()
                .getFirst()
                .cited())
        .contains(arabic);
    assertThatThrownBy(() -> inForce().when(reservation(NORTH, "x".repeat(100_000))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("at most 20000");
    assertThatThrownBy(() -> inForce().when(agree(NORTH, "")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("blank");
    assertThatThrownBy(() -> inForce().when(agree(NORTH, "a\u202Ebody")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("direction-changing");
  }

  private static AccordScenario ended() {
    return inForce().when(terminate(NORTH, "2015-01-01")).when(terminate(SOUTH, "2015-01-01"));
  }

  private static WithdrawCooperation endCooperation(ClauseCode clause) {
    return new WithdrawCooperation(
        ACCORD, NORTH, clause, day("2015-01-01"), WORDS, by(delegate(NORTH)));
  }

  private static Clause hotline() {
    return clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));
  }
}
