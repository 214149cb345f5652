package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.standing;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.accordledger.core.accord.ObservanceSamples.resume;
import static org.accordledger.core.accord.ObservanceSamples.suspend;
import static org.accordledger.core.accord.ObservanceSamples.terminate;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.termsThen;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.Occurred.Precision;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordDecisions;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ObservanceCommand.EnterReservation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the registrar may rule on because the dates of the conduct leave it open. */
class LeftToTheRegistrarTest {
  private static final String IN_2016 = "2016-01-01";
  private static final String IN_2019 = "2019-01-01";

  @ParameterizedTest
  @CsvSource({
    // conduct of a whole year, and when the north left
    "2019-01-01, NORTH, 2019-06-01, true",
    "2016-01-01, NORTH, 2019-06-01, false",
    "2019-01-01, SOUTH, 2019-06-01, false",
    // undated conduct may be of any day up to the filing
    ", NORTH, 2019-06-01, true",
    ", NORTH, 2020-03-01, true",
    ", NORTH, 2020-03-02, false",
    ", SOUTH, 2019-06-01, false"
  })
  void that_the_respondent_had_left_is_open_if_a_day_of_the_conduct_may_lie_after_it(
      @Nullable String from, String party, String left, boolean open) {
    BodyId who = party.equals("NORTH") ? NORTH : SOUTH;

    rules(termsThen(leave(who, left)), year(from), Ground.NOT_A_PARTY, open);
  }

  @Test
  void each_ground_rests_on_its_own_kind_of_release() {
    AccordTerms left = termsThen(leave(NORTH, "2019-06-01"));

    rules(left, year(IN_2019), Ground.CLAUSE_SUSPENDED, false);
    rules(left, year(IN_2019), Ground.NOT_IN_FORCE, false);
    rules(left, Occurred.on(LocalDate.parse("2019-05-05")), Ground.NOT_A_PARTY, false);
  }

  @Test
  void a_suspension_that_was_over_before_the_conduct_leaves_nothing_open() {
    Accord accord = inForceThen(suspend(NORTH, QUIET, IN_2016), resume(NORTH, QUIET, "2017-01-01"));

    rules(accord.terms(), year(IN_2019), Ground.CLAUSE_SUSPENDED, false);
    rules(accord.terms(), partOf2016(), Ground.CLAUSE_SUSPENDED, true);
  }

  @Test
  void that_the_accord_had_ended_is_no_question_of_when_it_began() {
    Accord ended = inForceThen(terminate(NORTH, "2019-06-01"), terminate(SOUTH, "2019-06-01"));

    rules(ended.terms(), year(IN_2019), Ground.NOT_IN_FORCE, true);
    rules(ended.terms(), year(IN_2019), Ground.BEFORE_ENTRY_INTO_FORCE, false);
    rules(ended.terms(), year("2018-01-01"), Ground.NOT_IN_FORCE, false);
  }

  @ParameterizedTest
  @CsvSource({"2015-01-01, 2015-01-20, true", "2015-01-15, 2015-01-15, false"})
  void that_conduct_came_before_is_open_if_it_may_have_begun_before(
      String from, String to, boolean open) {
    AccordTerms terms = terms(effective(clause(), "2015-01-15"));
    Occurred vague =
        new Occurred(LocalDate.parse(from), LocalDate.parse(to), Precision.MONTH, false);

    rules(terms, vague, Ground.BEFORE_ENTRY_INTO_FORCE, open);
    rules(terms, vague, Ground.NOT_IN_FORCE, open);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-05-05, DAY, 2019-05-05, true",
    "2019-05-05, DAY, 2019-05-06, false",
    "2019-05-01, MONTH, 2019-05-31, true",
    ", UNKNOWN, 2020-03-01, true",
    ", UNKNOWN, 2020-03-02, false"
  })
  void a_reservation_applies_to_conduct_that_may_lie_after_it_was_entered(
      @Nullable String from, Precision precision, String entered, boolean applies) {
    EnterReservation reservation =
        new EnterReservation(
            ACCORD, NORTH, QUIET, Map.of(EN, "not in war"), by(delegate(NORTH), entered));
    Occurred occurred = new Occurred(day(from), null, precision, false);
    CaseScenario scenario = under(termsThen(reservation)).and(submit(allegation(occurred)));

    if (applies) {
      scenario.when(inadmissible(Ground.RESERVATION_APPLIES));
      assertThat(scenario.state().stage()).isEqualTo(Stage.INADMISSIBLE);
    } else {
      scenario.refuses(inadmissible(Ground.RESERVATION_APPLIES), CaseRefusal.NO_RESERVATION);
    }
  }

  private static void rules(AccordTerms terms, Occurred occurred, Ground ground, boolean open) {
    CaseScenario scenario = under(terms).and(submit(allegation(occurred)));
    if (open) {
      scenario.when(inadmissible(ground));
      assertThat(scenario.state().stage()).isEqualTo(Stage.INADMISSIBLE);
    } else {
      scenario.refuses(inadmissible(ground), CaseRefusal.DECIDED_BY_DATA);
    }
  }

  private static Occurred year(@Nullable String from) {
    return from == null ? Occurred.unknown() : new Occurred(day(from), null, Precision.YEAR, false);
  }

  private static Occurred partOf2016() {
    return new Occurred(day("2015-12-01"), day("2016-02-01"), Precision.MONTH, false);
  }

  private static Accord inForceThen(AccordCommand... commands) {
    List<AccordCommand> all = new ArrayList<>();
    all.add(draft());
    all.add(offer(FIRST, true, effective(clause(), "2015-01-01")));
    all.add(accept(FIRST, NORTH, QUIET));
    all.add(accept(FIRST, SOUTH, QUIET));
    all.add(standing(WATCH));
    all.addAll(List.of(commands));
    Accord accord = null;
    for (AccordCommand command : all) {
      for (AccordEvent event : AccordDecisions.decide(accord, command)) {
        accord = Accord.evolve(accord, event);
      }
    }
    return Objects.requireNonNull(accord);
  }

  private static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }
}
