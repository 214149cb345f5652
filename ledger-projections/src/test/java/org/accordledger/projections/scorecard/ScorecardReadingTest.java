package org.accordledger.projections.scorecard;

import static org.accordledger.projections.LedgerScript.ACCORD;
import static org.accordledger.projections.LedgerScript.CLAUSE;
import static org.accordledger.projections.LedgerScript.NORTH;
import static org.accordledger.projections.LedgerScript.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Figures;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.Applying;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.Page;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.Reading;
import org.accordledger.projections.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ScorecardReadingTest {
  private static final Set<Marking> PUBLIC = EnumSet.of(Marking.CLEAR);
  private static final CellKey CELL = new CellKey(ACCORD, NORTH, CLAUSE);
  private static final Period FEBRUARY_2020 =
      new Period(YearMonth.of(2020, 2), YearMonth.of(2020, 2));
  private static final Period MARCH_2020_ON = new Period(YearMonth.of(2020, 3), null);

  private final TestDatabase database = TestDatabase.fresh();
  private final ScorecardProjection projection = new ScorecardProjection(database.dataSource());
  private final ScorecardQuery scorecard = new ScorecardQuery(database.dataSource());

  @AfterEach
  void close() {
    database.close();
  }

  /** Two cases, one of them marked; the open one ends in silence. Seven events in one batch. */
  private LedgerScript threeSteps() {
    LedgerScript script =
        LedgerScript.withAccord(false)
            .submitted("case-open", Marking.CLEAR)
            .submitted("case-red", Marking.RED);
    LocalDate due = script.today().plusDays(30);
    script
        .add("case-open", new CaseAdmitted(Map.of(), script.filed()))
        .add("case-open", new RespondentNotified(due, 1, script.filed()))
        .add("case-open", new NonResponseRecorded(due, script.filed()));
    Applying.all(database.dataSource(), projection, script.events(), 1000);
    return script;
  }

  private Cell cell(AsOf asOf, Period period, Set<Marking> visible) {
    return scorecard
        .read(ScorecardRequest.everything(asOf).during(period).seenBy(visible))
        .scorecard()
        .cells()
        .getFirst();
  }

  @Test
  void any_position_inside_a_batch_can_be_read() {
    threeSteps();

    assertThat(cell(AsOf.position(1), Period.ALL, PUBLIC).count(Counter.AWAITING_ADMISSION))
        .isEqualTo(1);
    assertThat(cell(AsOf.position(4), Period.ALL, PUBLIC).count(Counter.AWAITING_RESPONSE))
        .isEqualTo(1);
    assertThat(cell(AsOf.head(), Period.ALL, PUBLIC).count(Counter.UNANSWERED)).isEqualTo(1);
    assertThat(cell(AsOf.head(), Period.ALL, PUBLIC).count(Counter.AWAITING_RESPONSE)).isZero();
  }

  @Test
  void a_time_between_two_events_means_the_earlier_one() {
    LedgerScript script = threeSteps();
    Instant later = script.events().get(4).recordedAt().plusMillis(300);

    assertThat(scorecard.read(ScorecardRequest.everything(AsOf.time(later))).scorecard().position())
        .isEqualTo(4);
  }

  @Test
  void before_the_first_event_there_is_an_empty_scorecard() {
    threeSteps();

    var read = scorecard.read(ScorecardRequest.everything(AsOf.time(Instant.EPOCH))).scorecard();

    assertThat(read.position()).isEqualTo(-1);
    assertThat(read.recordedAt()).isNull();
    assertThat(read.cells()).isEmpty();
  }

  @Test
  void an_empty_ledger_has_an_empty_scorecard() {
    var read = scorecard.read(ScorecardRequest.everything(AsOf.head())).scorecard();

    assertThat(read.position()).isEqualTo(-1);
    assertThat(read.accords()).isEmpty();
  }

  @Test
  void what_the_reader_may_not_see_is_not_counted_and_told() {
    threeSteps();
    var all = ScorecardRequest.everything(AsOf.head());

    assertThat(scorecard.read(all).leftOut()).isZero();
    assertThat(cell(AsOf.head(), Period.ALL, EnumSet.allOf(Marking.class)).count(Counter.ALLEGED))
        .isEqualTo(2);
    assertThat(scorecard.read(all.seenBy(PUBLIC)).leftOut()).isEqualTo(1);
    assertThat(cell(AsOf.head(), Period.ALL, PUBLIC).count(Counter.ALLEGED)).isEqualTo(1);
    assertThat(scorecard.read(all.seenBy(PUBLIC).during(MARCH_2020_ON)).leftOut())
        .as("the months asked for do not tell when a hidden case happened")
        .isEqualTo(1);
  }

  @Test
  void the_cases_behind_a_figure_leave_out_what_the_reader_may_not_see_and_say_so() {
    threeSteps();

    Reading<Page<CaseBehind>> seen =
        scorecard.casesBehind(CELL, Counter.ALLEGED, AsOf.head(), FEBRUARY_2020, PUBLIC, null, 10);

    assertThat(seen.position()).isEqualTo(5);
    assertThat(seen.value().leftOut()).isEqualTo(1);
    CaseBehind behind = seen.value().items().getFirst();
    assertThat(seen.value().items()).hasSize(1);
    assertThat(behind.caseId().value()).isEqualTo("case-open");
    assertThat(behind.title()).isEqualTo("Title of case-open");
    assertThat(behind.month()).isEqualTo(YearMonth.of(2020, 2));
    assertThat(behind.counters())
        .containsExactlyInAnyOrder(Counter.ALLEGED, Counter.UNANSWERED, Counter.AWAITING_REFERRAL);
  }

  @Test
  void neither_figure_nor_month_narrows_how_many_cases_are_hidden() {
    threeSteps();

    for (Counter counter : Counter.values()) {
      assertThat(
              scorecard
                  .casesBehind(CELL, counter, AsOf.head(), MARCH_2020_ON, PUBLIC, null, 10)
                  .value()
                  .leftOut())
          .as(counter.code())
          .isEqualTo(1);
    }
  }

  @Test
  void a_month_before_year_one_is_kept() {
    YearMonth longAgo = YearMonth.of(0, 2);
    MonthKey key = new MonthKey(CELL, longAgo, Marking.CLEAR);
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    var total = new MonthRows.Total(key, 0, Instant.EPOCH, new Figures());

    MonthRows.write(jdbc, List.of(total), List.of(total));

    assertThat(MonthRows.load(jdbc, List.of(key))).containsOnlyKeys(key);
  }

  @Test
  void parts_can_be_asked_for() {
    threeSteps();
    var all = ScorecardRequest.everything(AsOf.head());

    assertThat(scorecard.read(all.only(ACCORD, NORTH, CLAUSE)).scorecard().cells()).hasSize(1);
    assertThat(scorecard.read(all.only(ACCORD, SOUTH, null)).scorecard().cells()).isEmpty();
  }

  @Test
  void a_position_that_is_not_there_yet_is_not_answered_with_another() {
    threeSteps();

    assertThatThrownBy(() -> scorecard.read(ScorecardRequest.everything(AsOf.position(6))))
        .isInstanceOf(PositionNotApplied.class)
        .hasMessageContaining("the view stands at 5");
    assertThatThrownBy(() -> scorecard.read(ScorecardRequest.everything(AsOf.position(-1))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void an_event_of_a_case_never_submitted_is_poison() {
    LedgerScript script = LedgerScript.withAccord(false);
    script.add("case-lost", new CaseAdmitted(Map.of(), script.filed()));

    assertThatThrownBy(() -> Applying.all(database.dataSource(), projection, script.events(), 10))
        .isInstanceOf(PoisonEvent.class)
        .hasMessageContaining("its case was never submitted");
    assertThat(List.of(scorecard.read(ScorecardRequest.everything(AsOf.head())).scorecard()))
        .allMatch(read -> read.position() == -1);
  }
}
