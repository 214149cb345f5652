package org.accordledger.core.scorecard;

import static org.accordledger.core.cases.Outcome.NOT_ATTRIBUTABLE;
import static org.accordledger.core.cases.Outcome.NOT_DETERMINABLE;
import static org.accordledger.core.cases.Outcome.NO_VIOLATION;
import static org.accordledger.core.cases.Outcome.VIOLATION;
import static org.accordledger.core.scorecard.LedgerScript.ALBA;
import static org.accordledger.core.scorecard.LedgerScript.BOREA;
import static org.accordledger.core.scorecard.LedgerScript.CLAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordEvent.MethodAdopted;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseEvent.FindingUpheld;
import org.accordledger.core.cases.CaseEvent.RemedyOrdered;
import org.accordledger.core.cases.CaseEvent.RemedyVerified;
import org.accordledger.core.cases.CaseEvent.ReviewRequested;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {
  private static final LocalDate DAY = LocalDate.of(2016, 3, 15);

  private final LedgerScript given = LedgerScript.inForce().on(LocalDate.of(2020, 1, 1));

  @Test
  void a_clause_nobody_watches_and_nothing_was_decided_under_is_not_monitored() {
    assertThat(given.alba().grade()).isEqualTo(Grade.NOT_MONITORED);
  }

  @Test
  void a_watched_clause_nothing_was_decided_under_has_no_finding() {
    assertThat(given.covered(DAY).alba().grade()).isEqualTo(Grade.NO_FINDING);
    assertThat(given.alba().coveredBy()).containsExactly(new BodyId("observers"));
  }

  @Test
  void coverage_counts_from_its_first_day() {
    given.covered(LocalDate.of(2019, 7, 1));
    assertThat(given.alba(months("2019-01", "2019-06")).grade()).isEqualTo(Grade.NOT_MONITORED);
    assertThat(given.alba(months("2019-01", "2019-07")).grade()).isEqualTo(Grade.NO_FINDING);
  }

  @Test
  void open_cases_are_shown_beside_the_grade_and_do_not_move_it() {
    given.alleged(ALBA, Occurred.on(DAY)).notified().alleged(ALBA, Occurred.on(DAY));
    assertThat(given.alba().grade()).isEqualTo(Grade.NOT_MONITORED);
    assertThat(given.alba().count(Counter.ALLEGED)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "VIOLATION, MINOR, VIOLATION",
    "VIOLATION, SERIOUS, VIOLATION",
    "VIOLATION, GRAVE, SERIOUS_VIOLATION",
    "NOT_DETERMINABLE, , NOT_DETERMINABLE",
    "NOT_ATTRIBUTABLE, , NOT_DETERMINABLE",
    "NO_VIOLATION, , NO_VIOLATION",
  })
  void one_finding_gives_its_grade(Outcome outcome, Severity severity, Grade grade) {
    assertThat(given.decided(DAY, outcome, severity).alba().grade()).isEqualTo(grade);
    assertThat(given.cell(BOREA, Period.ALL).grade()).isEqualTo(Grade.NOT_MONITORED);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-01, 2016-12, 2017-12, SERIOUS_VIOLATION",
    "2016-01, 2016-12, 2018-01, VIOLATION",
    "2016-01, 2016-01, 2016-01, SERIOUS_VIOLATION",
    "2015-02, 2017-01, 2019-01, VIOLATION",
    "2015-12, 2016-01, 2017-11, SERIOUS_VIOLATION",
  })
  void three_standing_within_24_incident_months_are_serious_wherever_the_months_begin(
      YearMonth first, YearMonth second, YearMonth third, Grade grade) {
    for (YearMonth month : List.of(third, first, second)) {
      given.decided(month.atDay(28), VIOLATION, Severity.MINOR);
    }
    assertThat(given.alba().grade()).isEqualTo(grade);
  }

  @Test
  void three_of_which_one_is_without_a_date_are_no_three_within_24_months() {
    given.decided(DAY, VIOLATION, Severity.MINOR).decided(DAY, VIOLATION, Severity.MINOR);
    given.alleged(ALBA, Occurred.unknown()).notified().found(VIOLATION, Severity.MINOR);
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION);
    assertThat(given.alba().count(Counter.STANDING_VIOLATION)).isEqualTo(3);
  }

  @Test
  void a_grave_one_without_a_date_is_serious_only_where_all_incidents_count() {
    given.alleged(ALBA, Occurred.unknown()).notified().found(VIOLATION, Severity.GRAVE);
    assertThat(given.alba().grade()).isEqualTo(Grade.SERIOUS_VIOLATION);
    assertThat(given.alba().undatedLeftOut()).isZero();
    Cell bounded = given.alba(months("2015-01", null));
    assertThat(bounded.grade()).isEqualTo(Grade.NOT_MONITORED);
    assertThat(bounded.undatedLeftOut()).isEqualTo(1);
  }

  @Test
  void a_violation_stands_until_its_remedy_is_verified_and_all_must_be() {
    given.decided(DAY, VIOLATION, Severity.GRAVE);
    given.then(new RemedyOrdered(Map.of(), DAY, given.filed()));
    assertThat(given.alba().grade()).isEqualTo(Grade.SERIOUS_VIOLATION);
    given.then(new RemedyVerified(given.filed()));
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION_REMEDIED);
    given.decided(DAY, VIOLATION, Severity.MINOR);
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION);
    assertThat(given.alba().count(Counter.REMEDIED)).isEqualTo(1);
  }

  @Test
  void a_remedied_violation_is_none_of_the_three_within_24_months() {
    given.decided(DAY, VIOLATION, Severity.MINOR).decided(DAY, VIOLATION, Severity.MINOR);
    given.decided(DAY, VIOLATION, Severity.MINOR);
    assertThat(given.alba().grade()).isEqualTo(Grade.SERIOUS_VIOLATION);
    given.then(new RemedyVerified(given.filed()));
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION);
  }

  @Test
  void by_method_2_a_remedied_violation_stays_one_of_the_three_within_24_months() {
    given.decided(DAY, VIOLATION, Severity.MINOR).decided(DAY.plusMonths(23), VIOLATION, null);
    given.then(new RemedyVerified(given.filed()));
    assertThat(given.cell(ALBA, Period.ALL, 2).grade()).isEqualTo(Grade.VIOLATION);
    given.decided(DAY.plusMonths(1), VIOLATION, Severity.MINOR);
    assertThat(given.cell(ALBA, Period.ALL, 1).grade()).isEqualTo(Grade.VIOLATION);
    assertThat(given.cell(ALBA, Period.ALL, 2).grade()).isEqualTo(Grade.SERIOUS_VIOLATION);
    given.revised(NO_VIOLATION, null);
    assertThat(given.cell(ALBA, Period.ALL, 2).grade()).isEqualTo(Grade.VIOLATION);
  }

  @Test
  void by_method_2_three_remedied_ones_further_apart_are_a_violation_remedied() {
    for (int months : List.of(0, 12, 24)) {
      given.decided(DAY.plusMonths(months), VIOLATION, Severity.MINOR);
      given.then(new RemedyVerified(given.filed()));
    }
    assertThat(given.cell(ALBA, Period.ALL, 2).grade()).isEqualTo(Grade.VIOLATION_REMEDIED);
  }

  @Test
  void an_accord_is_graded_by_the_method_it_adopted_last_unless_another_is_asked_for() {
    for (int months : List.of(0, 1, 2)) {
      given.decided(DAY.plusMonths(months), VIOLATION, Severity.MINOR);
      given.then(new RemedyVerified(given.filed()));
    }
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION_REMEDIED);
    given.accord(new MethodAdopted(2, given.filed()));
    assertThat(given.alba().grade()).isEqualTo(Grade.SERIOUS_VIOLATION);
    assertThat(given.cell(ALBA, Period.ALL, 1).grade()).isEqualTo(Grade.VIOLATION_REMEDIED);
    given.accord(new MethodAdopted(1, given.filed()));
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION_REMEDIED);
  }

  @Test
  void what_changed_tells_a_change_of_method_from_one_of_conduct() {
    for (int months : List.of(0, 1, 2)) {
      given.decided(DAY.plusMonths(months), VIOLATION, Severity.MINOR);
      given.then(new RemedyVerified(given.filed()));
    }
    Scorecard first = given.gradedBy(null);
    Scorecard firstByTwo = given.gradedBy(2);
    given.accord(new MethodAdopted(2, given.filed()));
    ScorecardDifference difference =
        ScorecardDifference.between(first.with(firstByTwo), given.gradedBy(null));
    assertThat(difference.methods())
        .containsExactly(new ScorecardDifference.MethodChange(LedgerScript.ACCORD, 1, 2));
    assertThat(difference.cells()).isEmpty();
    assertThat(ScorecardDifference.between(first, given.gradedBy(null)).cells())
        .singleElement()
        .extracting(ScorecardDifference.Change::gradeBefore)
        .isEqualTo(Grade.VIOLATION_REMEDIED);
  }

  @Test
  void a_finding_under_review_still_stands_and_a_revised_one_does_not() {
    given.decided(DAY, VIOLATION, Severity.GRAVE);
    given.then(new ReviewRequested(ALBA, new ContentRef("w".repeat(43)), given.filed()));
    assertThat(given.alba().grade()).isEqualTo(Grade.SERIOUS_VIOLATION);
    assertThat(given.alba().count(Counter.UNDER_REVIEW)).isEqualTo(1);
    given.then(new FindingUpheld(3, List.of(), Map.of(), given.filed()));
    assertThat(given.alba().grade()).isEqualTo(Grade.SERIOUS_VIOLATION);
    assertThat(given.alba().count(Counter.UNDER_REVIEW)).isZero();
    given.revised(NO_VIOLATION, null);
    assertThat(given.alba().grade()).isEqualTo(Grade.NO_VIOLATION);
    assertThat(given.alba().count(Counter.FINDING_VIOLATION)).isZero();
  }

  @Test
  void a_revised_violation_is_not_remedied_by_what_was_done_about_the_old_one() {
    given.decided(DAY, VIOLATION, Severity.MINOR);
    given.then(new RemedyVerified(given.filed())).revised(VIOLATION, Severity.SERIOUS);
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION);
  }

  @Test
  void what_could_not_be_determined_is_never_compliance_and_never_outweighs_a_violation() {
    given.decided(DAY, NO_VIOLATION, null).decided(DAY, NOT_DETERMINABLE, null);
    assertThat(given.alba().grade()).isEqualTo(Grade.NOT_DETERMINABLE);
    given.decided(DAY, VIOLATION, Severity.MINOR);
    assertThat(given.alba().grade()).isEqualTo(Grade.VIOLATION);
  }

  @Test
  void the_share_leaves_out_what_is_not_determinable_and_not_attributable() {
    assertThat(given.decided(DAY, NOT_ATTRIBUTABLE, null).alba().share()).isNull();
    given.decided(DAY, NOT_DETERMINABLE, null).decided(DAY, NO_VIOLATION, null);
    given.decided(DAY, VIOLATION, Severity.MINOR);
    assertThat(given.alba().share()).isEqualTo(Share.of(1, 2));
  }

  @Test
  void a_clause_that_was_only_offered_is_not_in_force() {
    LedgerScript offered =
        LedgerScript.drafted().offered("o", CLAUSE, Clause.Kind.PROHIBITION).covered(DAY);
    assertThat(offered.alba().grade()).isEqualTo(Grade.NOT_IN_FORCE);
    assertThat(offered.alba().inForceSince()).isNull();
  }

  @Test
  void a_clause_is_in_force_from_its_first_day_as_the_recorded_time_says() {
    LedgerScript later = LedgerScript.drafted().offered("o", CLAUSE, Clause.Kind.PROHIBITION);
    later.inForce("o", CLAUSE, 1, LocalDate.of(2015, 6, 1));
    assertThat(later.on(LocalDate.of(2015, 5, 31)).covered(DAY).alba().grade())
        .isEqualTo(Grade.NOT_IN_FORCE);
    assertThat(later.on(LocalDate.of(2015, 6, 1)).covered(DAY).alba().grade())
        .isEqualTo(Grade.NOT_MONITORED);
    assertThat(later.alba(months(null, "2015-05")).grade()).isEqualTo(Grade.NOT_IN_FORCE);
  }

  @Test
  void a_later_version_that_binds_fewer_ends_the_earlier_one_for_the_others() {
    given.on(LocalDate.of(2018, 7, 1)).offered("p", CLAUSE, Clause.Kind.PROHIBITION, BOREA);
    given.inForce("p", CLAUSE, 2);
    assertThat(given.alba(months("2018-01", "2018-06")).grade()).isEqualTo(Grade.NOT_MONITORED);
    assertThat(given.alba(months("2018-07", "2018-12")).grade()).isEqualTo(Grade.NOT_IN_FORCE);
    assertThat(given.cell(BOREA, months("2018-07", "2018-12")).grade())
        .isEqualTo(Grade.NOT_MONITORED);
    assertThat(given.alba().inForceSince()).isEqualTo(LocalDate.of(2015, 1, 1));
  }

  @Test
  void there_is_a_cell_for_every_party_a_clause_would_bind_and_none_for_cooperation_items() {
    ClauseCode narrow = new ClauseCode("narrow");
    given.offered("p", narrow, Clause.Kind.EMBARGO, BOREA);
    given.offered("q", new ClauseCode("together"), Clause.Kind.COOPERATION);
    assertThat(given.scorecard(Period.ALL).cells())
        .extracting(Cell::key)
        .containsExactly(
            new CellKey(LedgerScript.ACCORD, ALBA, CLAUSE),
            new CellKey(LedgerScript.ACCORD, BOREA, CLAUSE),
            new CellKey(LedgerScript.ACCORD, BOREA, narrow));
  }

  @Test
  void a_case_that_no_cell_expects_is_counted_in_a_cell_of_its_own() {
    given.alleged(ALBA, new ClauseCode("unheard-of"), Occurred.on(DAY), false);
    Cell cell = given.scorecard(Period.ALL).cells().getLast();
    assertThat(cell.key().clause()).isEqualTo(new ClauseCode("unheard-of"));
    assertThat(cell.grade()).isEqualTo(Grade.NOT_IN_FORCE);
    assertThat(cell.count(Counter.ALLEGED)).isEqualTo(1);
  }

  @Test
  void only_a_method_that_exists_grades() {
    ScorecardFold fold = new ScorecardFold();
    assertThat(fold.scorecard(Period.ALL, 2).cells()).isEmpty();
    assertThatThrownBy(() -> fold.scorecard(Period.ALL, 3)).isInstanceOf(InvalidValue.class);
  }

  private static Period months(@Nullable String from, @Nullable String to) {
    return new Period(
        from == null ? null : YearMonth.parse(from), to == null ? null : YearMonth.parse(to));
  }
}
