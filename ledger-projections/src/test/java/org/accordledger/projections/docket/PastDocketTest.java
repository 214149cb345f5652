package org.accordledger.projections.docket;

import static org.accordledger.projections.LedgerScript.ACCORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.Applying;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.Page;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The docket of an earlier position is the one that was read then. */
class PastDocketTest {
  private static final Set<Marking> EVERYTHING = EnumSet.allOf(Marking.class);
  private static final Set<Marking> PUBLIC = EnumSet.of(Marking.CLEAR);

  private final TestDatabase database = TestDatabase.fresh();
  private final DocketProjection projection = new DocketProjection(database.dataSource());
  private final DocketQuery docket = new DocketQuery(database.dataSource());

  @AfterEach
  void close() {
    database.close();
  }

  private void given(List<Recorded<? extends LedgerEvent>> events, int batchSize) {
    Applying.all(database.dataSource(), projection, events, batchSize);
  }

  /** Positions 1 to 8: case-a is answered, case-red and case-b come in between, case-b ends. */
  private static LedgerScript course() {
    LedgerScript script = LedgerScript.withAccord(true).submitted("case-a", Marking.CLEAR);
    script.add("case-a", new CaseAdmitted(Map.of(), script.filed()));
    script.submitted("case-red", Marking.RED);
    script.add("case-a", new RespondentNotified(LocalDate.of(2021, 3, 31), 1, script.filed()));
    script.submitted("case-b", Marking.CLEAR);
    script.add("case-red", new CaseAdmitted(Map.of(), script.filed()));
    script.add(
        "case-a",
        new ResponseFiled(ResponseKind.NOT_US, Map.of(), List.of(), null, script.filed()));
    return script.add("case-b", new CaseClosed(script.filed()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void every_earlier_list_is_the_one_that_was_read_then(int batchSize) {
    List<Recorded<? extends LedgerEvent>> events = course().events();
    List<List<DocketEntry>> then = new ArrayList<>();
    List<Map<Stage, Long>> counts = new ArrayList<>();
    for (int known = 1; known <= events.size(); known++) {
      try (TestDatabase other = TestDatabase.fresh()) {
        DocketProjection first = new DocketProjection(other.dataSource());
        Applying.all(other.dataSource(), first, events.subList(0, known), 1000);
        DocketQuery query = new DocketQuery(other.dataSource());
        then.add(query.list(DocketFilter.all(), PUBLIC, null, 9).value().items());
        counts.add(query.countByStage(DocketFilter.all(), PUBLIC).value());
      }
    }
    given(events, batchSize);

    for (int position = 0; position < events.size(); position++) {
      Page<DocketEntry> page = docket.listAt(position, DocketFilter.all(), PUBLIC, null, 9);
      assertThat(replayed(page, events, position)).isEqualTo(then.get(position));
      assertThat(docket.countByStageAt(position, DocketFilter.all(), PUBLIC))
          .isEqualTo(counts.get(position));
    }
  }

  private static List<DocketEntry> replayed(
      Page<DocketEntry> page, List<Recorded<? extends LedgerEvent>> events, int position) {
    return page.items().stream()
        .map(
            entry ->
                entry.after(
                    events.subList(0, position + 1).stream()
                        .filter(one -> one.streamId().equals(entry.caseId().value()))
                        .map(PastDocketTest::ofCase)
                        .toList()))
        .toList();
  }

  private static Recorded<CaseEvent> ofCase(Recorded<? extends LedgerEvent> one) {
    return new Recorded<>(
        one.position(),
        one.recordedAt(),
        one.streamId(),
        one.streamVersion(),
        (CaseEvent) one.event());
  }

  @Test
  void cases_are_chosen_by_the_stage_they_stood_in() {
    given(course().events(), 1000);

    assertThat(ids(at(5, in(Stage.NOTIFIED)))).containsExactly("case-a");
    assertThat(ids(at(5, in(Stage.SUBMITTED)))).containsExactly("case-b");
    assertThat(ids(at(5, in(Stage.ANSWERED)))).isEmpty();
    assertThat(ids(at(8, in(Stage.SUBMITTED)))).isEmpty();
    assertThat(ids(at(8, in(Stage.CLOSED)))).containsExactly("case-b");
  }

  @Test
  void only_the_hidden_cases_there_were_are_counted_whatever_became_of_them() {
    given(course().events(), 1000);

    assertThat(at(2, in(null)).leftOut()).isZero();
    assertThat(at(3, in(null)).leftOut()).isEqualTo(1);
    assertThat(at(8, in(Stage.CLOSED)).leftOut()).isEqualTo(1);
    assertThat(at(8, during("1999-01", "1999-12")).leftOut()).isEqualTo(1);
    assertThat(
            docket
                .listAt(
                    8,
                    new DocketFilter(
                        new AccordId("accord-elsewhere"), null, null, null, null, Period.ALL),
                    PUBLIC,
                    null,
                    9)
                .leftOut())
        .isZero();
  }

  @Test
  void the_pages_of_an_earlier_list_stay_the_same_while_cases_arrive() {
    LedgerScript script = LedgerScript.withAccord(false);
    for (int i = 1; i <= 5; i++) {
      script.submitted("case-" + i, Marking.CLEAR);
    }
    given(script.events(), 1000);
    Page<DocketEntry> first = page(5, null);
    script.submitted("case-6", Marking.CLEAR).submitted("case-7", Marking.CLEAR);
    given(script.events().subList(6, 8), 1000);

    Page<DocketEntry> second = page(5, first.next());
    Page<DocketEntry> third = page(5, second.next());
    assertThat(ids(first)).containsExactly("case-5", "case-4");
    assertThat(ids(second)).containsExactly("case-3", "case-2");
    assertThat(ids(third)).containsExactly("case-1");
    assertThat(third.next()).isNull();
    assertThat(page(5, second.prev())).isEqualTo(first);
    assertThat(ids(page(7, null))).containsExactly("case-7", "case-6");
  }

  private Page<DocketEntry> page(long position, @Nullable String cursor) {
    return docket.listAt(position, DocketFilter.all(), PUBLIC, cursor, 2);
  }

  @Test
  void incidents_outside_the_months_asked_for_and_those_without_a_date_are_not_listed() {
    given(
        LedgerScript.withAccord(false)
            .submitted("case-january", Marking.CLEAR, Occurred.on(LocalDate.of(2020, 1, 31)))
            .submitted("case-february", Marking.CLEAR, Occurred.on(LocalDate.of(2020, 2, 29)))
            .submitted("case-undated", Marking.CLEAR, Occurred.unknown())
            .events(),
        1000);

    for (Period ofFebruary :
        List.of(
            new Period(YearMonth.of(2020, 2), YearMonth.of(2020, 2)),
            new Period(YearMonth.of(2020, 2), null))) {
      assertThat(ids(at(3, in(null, ofFebruary)))).containsExactly("case-february");
      assertThat(ids(docket.list(in(null, ofFebruary), PUBLIC, null, 9).value()))
          .containsExactly("case-february");
    }
    assertThat(ids(at(3, in(null, new Period(null, YearMonth.of(2020, 1))))))
        .containsExactly("case-january");
    assertThat(ids(at(3, in(null, new Period(null, YearMonth.of(2020, 2))))))
        .containsExactly("case-february", "case-january");
    assertThat(ids(at(3, in(null)))).hasSize(3);
  }

  @Test
  void what_the_docket_has_not_come_to_is_not_answered() {
    given(course().events(), 1000);

    assertThatThrownBy(() -> at(9, in(null))).isInstanceOf(PositionNotApplied.class);
    assertThatThrownBy(() -> docket.countByStageAt(9, in(null), EVERYTHING))
        .isInstanceOf(PositionNotApplied.class);
    assertThat(at(-1, in(null)).items()).isEmpty();
  }

  private Page<DocketEntry> at(long position, DocketFilter filter) {
    return docket.listAt(position, filter, PUBLIC, null, 9);
  }

  private static DocketFilter in(@Nullable Stage stage) {
    return in(stage, Period.ALL);
  }

  private static DocketFilter in(@Nullable Stage stage, Period incidents) {
    return new DocketFilter(ACCORD, null, null, null, stage, incidents);
  }

  private static DocketFilter during(String from, String to) {
    return in(null, new Period(YearMonth.parse(from), YearMonth.parse(to)));
  }

  private static List<String> ids(Page<DocketEntry> page) {
    return page.items().stream().map(entry -> entry.caseId().value()).toList();
  }
}
