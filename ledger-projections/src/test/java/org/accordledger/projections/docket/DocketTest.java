package org.accordledger.projections.docket;

import static org.accordledger.projections.LedgerScript.ACCORD;
import static org.accordledger.projections.LedgerScript.CLAUSE;
import static org.accordledger.projections.LedgerScript.NORTH;
import static org.accordledger.projections.LedgerScript.SOUTH;
import static org.accordledger.projections.LedgerScript.WATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.RemedyOrdered;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.Applying;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.Page;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.Reading;
import org.accordledger.projections.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocketTest {
  private static final Set<Marking> EVERYTHING = EnumSet.allOf(Marking.class);
  private static final Set<Marking> PUBLIC = EnumSet.of(Marking.CLEAR);
  private static final LocalDate DUE = LocalDate.of(2021, 3, 31);

  private final TestDatabase database = TestDatabase.fresh();
  private final DocketProjection projection = new DocketProjection(database.dataSource());
  private final DocketQuery docket = new DocketQuery(database.dataSource());

  @AfterEach
  void close() {
    database.close();
  }

  private void given(LedgerScript script, int batchSize) {
    Applying.all(database.dataSource(), projection, script.events(), batchSize);
  }

  private static LedgerScript answeredCase() {
    LedgerScript script = LedgerScript.withAccord(true).submitted("case-a", Marking.CLEAR);
    return script
        .add("case-a", new CaseAdmitted(Map.of(), script.filed()))
        .add("case-a", new RespondentNotified(DUE, 1, script.filed()))
        .add(
            "case-a",
            new ResponseFiled(ResponseKind.NOT_US, Map.of(), List.of(), null, script.filed()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000})
  void a_case_shows_what_was_alleged_and_how_far_it_has_come(int batchSize) {
    given(answeredCase(), batchSize);

    Reading<Optional<DocketEntry>> reading = docket.find(new CaseId("case-a"), PUBLIC);

    assertThat(reading.position()).isEqualTo(4);
    DocketEntry entry = reading.value().orElseThrow();
    assertThat(entry.hypothetical()).isTrue();
    assertThat(entry.version()).isEqualTo(3);
    assertThat(entry.position()).isEqualTo(4);
    assertThat(entry.opening().accord()).isEqualTo(ACCORD);
    assertThat(entry.opening().clause()).isEqualTo(CLAUSE);
    assertThat(entry.opening().respondent()).isEqualTo(NORTH);
    assertThat(entry.opening().complainant()).isEqualTo(WATCH);
    assertThat(entry.opening().title()).isEqualTo("Title of case-a");
    assertThat(entry.opening().position()).isEqualTo(1);
    assertThat(entry.course().stage()).isEqualTo(Stage.ANSWERED);
    assertThat(entry.course().respondBy()).isEqualTo(DUE);
    assertThat(entry.course().response()).isEqualTo(ResponseKind.NOT_US);
    assertThat(entry.course().outcome()).isNull();
  }

  @Test
  void a_replay_gives_the_same_docket() {
    LedgerScript script = answeredCase();
    given(script, 1000);
    DocketEntry before = docket.find(new CaseId("case-a"), PUBLIC).value().orElseThrow();

    Applying.replay(database.dataSource(), projection, script.events(), 1);

    assertThat(docket.find(new CaseId("case-a"), PUBLIC).value()).contains(before);
  }

  @Test
  void cases_are_listed_newest_first_page_by_page_and_back() {
    LedgerScript script = LedgerScript.withAccord(false);
    for (int i = 1; i <= 7; i++) {
      script.submitted("case-" + i, Marking.CLEAR);
    }
    given(script, 3);

    Page<DocketEntry> first = list(DocketFilter.all(), null, 3);
    Page<DocketEntry> second = list(DocketFilter.all(), first.next(), 3);
    Page<DocketEntry> third = list(DocketFilter.all(), second.next(), 3);

    assertThat(ids(first)).containsExactly("case-7", "case-6", "case-5");
    assertThat(ids(second)).containsExactly("case-4", "case-3", "case-2");
    assertThat(ids(third)).containsExactly("case-1");
    assertThat(third.next()).isNull();
    assertThat(first.prev()).isNull();
    assertThat(list(DocketFilter.all(), third.prev(), 3)).isEqualTo(second);
    assertThat(ids(list(DocketFilter.all(), second.prev(), 3))).isEqualTo(ids(first));
  }

  @Test
  void filters_narrow_the_list() {
    LedgerScript script = answeredCase().submitted("case-b", Marking.CLEAR);
    given(script, 1000);

    assertThat(
            ids(
                list(
                    new DocketFilter(ACCORD, NORTH, WATCH, CLAUSE, Stage.SUBMITTED, Period.ALL),
                    null,
                    9)))
        .containsExactly("case-b");
    assertThat(ids(list(new DocketFilter(null, SOUTH, null, null, null, Period.ALL), null, 9)))
        .isEmpty();
  }

  @Test
  void what_the_reader_may_not_see_is_absent_and_counted() {
    given(
        LedgerScript.withAccord(false)
            .submitted("case-open", Marking.CLEAR)
            .submitted("case-red", Marking.RED)
            .submitted("case-green", Marking.GREEN),
        1000);

    Page<DocketEntry> seen = docket.list(DocketFilter.all(), PUBLIC, null, 10).value();

    assertThat(ids(seen)).containsExactly("case-open");
    assertThat(seen.leftOut()).isEqualTo(2);
    assertThat(docket.find(new CaseId("case-red"), PUBLIC).value()).isEmpty();
    assertThat(docket.find(new CaseId("case-red"), EVERYTHING).value()).isPresent();
    assertThat(docket.list(DocketFilter.all(), EVERYTHING, null, 10).value().leftOut()).isZero();
  }

  @Test
  void nothing_but_the_accord_narrows_how_many_cases_are_hidden() {
    given(
        LedgerScript.withAccord(false)
            .submitted("case-open", Marking.CLEAR)
            .submitted("case-red", Marking.RED),
        1000);

    for (Stage stage : Stage.values()) {
      DocketFilter filter = new DocketFilter(ACCORD, NORTH, SOUTH, CLAUSE, stage, Period.ALL);
      assertThat(docket.list(filter, PUBLIC, null, 10).value().leftOut())
          .as(stage.name())
          .isEqualTo(1);
    }
    for (DocketFilter other :
        List.of(
            new DocketFilter(ACCORD, SOUTH, null, CLAUSE, null, Period.ALL),
            new DocketFilter(ACCORD, null, null, new ClauseCode("another"), null, Period.ALL))) {
      assertThat(docket.list(other, PUBLIC, null, 10).value().leftOut()).isEqualTo(1);
    }
    DocketFilter elsewhere =
        new DocketFilter(new AccordId("accord-elsewhere"), null, null, null, null, Period.ALL);
    assertThat(docket.list(elsewhere, PUBLIC, null, 10).value().leftOut()).isZero();
  }

  @Test
  void cases_are_counted_by_stage_as_far_as_the_reader_may_see() {
    given(answeredCase().submitted("case-b", Marking.CLEAR).submitted("case-c", Marking.RED), 9);

    assertThat(docket.countByStage(DocketFilter.all(), PUBLIC).value())
        .isEqualTo(Map.of(Stage.ANSWERED, 1L, Stage.SUBMITTED, 1L));
  }

  @Test
  void a_day_of_the_year_zero_is_kept() {
    LedgerScript script = answeredCase();
    LocalDate longAgo = LocalDate.of(0, 2, 29);
    script.add("case-a", new RemedyOrdered(Map.of(), longAgo, script.filed()));
    given(script, 9);

    DocketEntry entry = docket.find(new CaseId("case-a"), PUBLIC).value().orElseThrow();
    assertThat(entry.course().remedyDueBy()).isEqualTo(longAgo);
  }

  @Test
  void an_event_of_a_case_never_submitted_is_poison_and_named() {
    LedgerScript script = LedgerScript.withAccord(false);
    script.add("case-lost", new NonResponseRecorded(DUE, script.filed()));

    assertThatThrownBy(() -> given(script, 1000))
        .isInstanceOf(PoisonEvent.class)
        .hasMessage(
            "event 1 (NonResponseRecorded of stream case-lost, version 0) cannot be applied:"
                + " its case was never submitted");
  }

  @Test
  void a_cursor_of_somebody_else_and_a_page_too_long_are_refused() {
    assertThatThrownBy(() -> list(DocketFilter.all(), "bmljZSB0cnk", 3))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("cursor must be");
    assertThatThrownBy(() -> list(DocketFilter.all(), null, 201))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("limit must be");
  }

  private Page<DocketEntry> list(DocketFilter filter, @Nullable String cursor, int limit) {
    return docket.list(filter, EVERYTHING, cursor, limit).value();
  }

  private static List<String> ids(Page<DocketEntry> page) {
    List<String> ids = new ArrayList<>();
    page.items().forEach(entry -> ids.add(entry.caseId().value()));
    return ids;
  }
}
