package org.accordledger.core.scorecard;

import static org.accordledger.core.scorecard.LedgerScript.ALBA;
import static org.accordledger.core.scorecard.LedgerScript.BOREA;
import static org.accordledger.core.scorecard.LedgerScript.CLAUSE;
import static org.accordledger.core.scorecard.LedgerScript.inForce;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.accord.ObservanceEvent.AccordTerminated;
import org.accordledger.core.accord.ObservanceEvent.CoverageWithdrawn;
import org.accordledger.core.accord.ObservanceEvent.PartyWithdrew;
import org.accordledger.core.accord.ObservanceEvent.PerformanceResumed;
import org.accordledger.core.accord.ObservanceEvent.PerformanceSuspended;
import org.accordledger.core.accord.ObservanceEvent.StandingRulesAdopted;
import org.accordledger.core.accord.StandingRules;
import org.junit.jupiter.api.Test;

/** Grades of a clause that parties suspend, leave and end. It binds both since 2015-01-01. */
class ReleasedCellTest {
  private static final ContentRef WHY = new ContentRef("w".repeat(43));
  private static final LocalDate LATER = LocalDate.of(2018, 1, 1);
  private static final Period IN_2016 = year(2016);
  private static final Period IN_2017 = year(2017);

  @Test
  void a_period_that_was_suspended_as_a_whole_is_not_in_force_and_others_are() {
    LedgerScript script = inForce();
    script
        .accord(
            new PerformanceSuspended(
                ALBA, CLAUSE, LocalDate.of(2016, 1, 1), WHY, null, null, script.filed()))
        .accord(new PerformanceResumed(ALBA, CLAUSE, LocalDate.of(2016, 12, 31), script.filed()))
        .on(LATER)
        .covered(LocalDate.of(2015, 1, 1));

    assertThat(script.alba(year(2015)).grade()).isEqualTo(Grade.NO_FINDING);
    assertThat(script.alba(IN_2016).grade()).as("its last day").isEqualTo(Grade.NO_FINDING);
    assertThat(script.alba(new Period(YearMonth.of(2016, 1), YearMonth.of(2016, 11))).grade())
        .isEqualTo(Grade.NOT_IN_FORCE);
    assertThat(script.cell(BOREA, IN_2016).grade()).isEqualTo(Grade.NO_FINDING);
  }

  @Test
  void who_left_is_not_bound_afterwards_and_nobody_is_once_the_accord_ended() {
    LedgerScript script = inForce();
    script
        .accord(new PartyWithdrew(ALBA, LocalDate.of(2016, 1, 1), WHY, script.filed()))
        .accord(new AccordTerminated(LocalDate.of(2017, 1, 1), script.filed()))
        .on(LATER)
        .covered(LocalDate.of(2015, 1, 1));

    assertThat(script.alba(IN_2016).grade()).isEqualTo(Grade.NOT_IN_FORCE);
    assertThat(script.alba(Period.ALL).grade()).isEqualTo(Grade.NO_FINDING);
    assertThat(script.cell(BOREA, IN_2016).grade()).isEqualTo(Grade.NO_FINDING);
    assertThat(script.cell(BOREA, IN_2017).grade()).isEqualTo(Grade.NOT_IN_FORCE);
  }

  @Test
  void what_is_no_longer_covered_at_the_end_of_the_period_is_not_monitored() {
    LedgerScript script = inForce().covered(LocalDate.of(2015, 1, 1));
    script
        .accord(
            new CoverageWithdrawn(
                CLAUSE, new BodyId("observers"), LocalDate.of(2016, 7, 1), script.filed()))
        .on(LATER)
        .accord(new StandingRulesAdopted(StandingRules.INITIAL, script.filed()));

    assertThat(script.alba(year(2015)).grade()).isEqualTo(Grade.NO_FINDING);
    assertThat(script.alba(IN_2016).grade()).isEqualTo(Grade.NOT_MONITORED);
    assertThat(script.alba(Period.ALL).coveredBy()).isEmpty();
    script.covered(LocalDate.of(2017, 1, 1));
    assertThat(script.alba(IN_2017).grade()).isEqualTo(Grade.NO_FINDING);
  }

  private static Period year(int year) {
    return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
  }
}
