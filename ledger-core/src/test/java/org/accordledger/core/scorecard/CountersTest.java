package org.accordledger.core.scorecard;

import static org.accordledger.core.scorecard.LedgerScript.ALBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Occurred;
import org.accordledger.core.cases.CaseEvent.AllegationWithdrawn;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.CaseJoined;
import org.accordledger.core.cases.CaseEvent.CaseReferred;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.SettlementAccepted;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountersTest {
  private static final LocalDate DAY = LocalDate.of(2016, 3, 15);

  private final LedgerScript given =
      LedgerScript.inForce().on(DAY).alleged(ALBA, Occurred.on(LocalDate.of(2016, 2, 1)));

  @Test
  void an_allegation_awaits_admission_then_a_response_then_referral_then_the_panel() {
    countsExactly(Counter.ALLEGED, Counter.AWAITING_ADMISSION);
    given.notified();
    countsExactly(Counter.ALLEGED, Counter.AWAITING_RESPONSE);
    given.on(DAY.plusDays(12)).answered(ResponseKind.NO_FACTS);
    countsExactly(
        Counter.ALLEGED, Counter.AWAITING_REFERRAL, Counter.ANSWERED, Counter.ANSWERED_NO_FACTS);
    assertThat(given.alba().medianDaysToRespond()).isEqualTo(12);
    given.then(new CaseReferred(given.filed()));
    countsExactly(
        Counter.ALLEGED, Counter.BEFORE_PANEL, Counter.ANSWERED, Counter.ANSWERED_NO_FACTS);
    given.on(DAY.plusDays(40)).found(Outcome.VIOLATION, Severity.GRAVE);
    countsExactly(
        Counter.ALLEGED,
        Counter.DECIDED,
        Counter.ANSWERED,
        Counter.ANSWERED_NO_FACTS,
        Counter.FINDING_VIOLATION,
        Counter.VIOLATION_GRAVE,
        Counter.STANDING_VIOLATION,
        Counter.STANDING_GRAVE);
    assertThat(given.alba().medianDaysToDecide()).isEqualTo(40);
    given.then(new CaseClosed(given.filed()));
    assertThat(given.alba().count(Counter.DECIDED)).isEqualTo(1);
  }

  @Test
  void silence_is_counted_until_a_late_response_comes() {
    given.notified().on(DAY.plusDays(31)).then(new NonResponseRecorded(DAY, given.filed()));
    countsExactly(Counter.ALLEGED, Counter.AWAITING_REFERRAL, Counter.UNANSWERED);
    given.then(new CaseReferred(given.filed())).answered(ResponseKind.NOT_US);
    countsExactly(Counter.ALLEGED, Counter.BEFORE_PANEL, Counter.ANSWERED, Counter.ANSWERED_NOT_US);
    assertThat(given.alba().medianDaysToRespond()).isEqualTo(31);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_admitted_is_counted_by_its_ground(Ground ground) {
    given.then(new CaseDeclaredInadmissible(ground, "rule", "text", Map.of(), given.filed()));
    countsExactly(Counter.ALLEGED, Counter.INADMISSIBLE, Counter.of(ground));
    assertThat(Counter.of(ground).code()).isEqualTo("inadmissible_" + lower(ground));
  }

  @ParameterizedTest
  @EnumSource
  void every_answer_is_counted_by_its_kind(ResponseKind kind) {
    given.notified().answered(kind);
    assertThat(given.alba().count(Counter.of(kind))).isEqualTo(1);
    assertThat(Counter.of(kind).code()).isEqualTo("answered_" + lower(kind));
  }

  @Test
  void what_happened_stays_counted_when_a_case_is_withdrawn() {
    given.notified().answered(ResponseKind.ACKNOWLEDGED);
    given.then(new AllegationWithdrawn(new ContentRef("w".repeat(43)), given.filed()));
    given.then(new CaseClosed(given.filed()));
    countsExactly(
        Counter.ALLEGED, Counter.WITHDRAWN, Counter.ANSWERED, Counter.ANSWERED_ACKNOWLEDGED);
  }

  @Test
  void joined_and_settled_cases_are_counted_as_such_and_find_nothing() {
    given.then(new CaseJoined(new CaseId("case-x"), given.filed()));
    countsExactly(Counter.ALLEGED, Counter.JOINED);
    given.alleged(ALBA, Occurred.unknown()).notified();
    given.then(new SettlementAccepted(ALBA, given.filed()));
    countsExactly(Counter.ALLEGED, Counter.ALLEGED, Counter.JOINED, Counter.SETTLED);
    assertThat(given.alba().grade()).isEqualTo(Grade.NOT_MONITORED);
    assertThat(given.alba().share()).isNull();
  }

  @Test
  void an_illustrative_case_counts_like_any_other_and_says_so() {
    given.alleged(ALBA, LedgerScript.CLAUSE, Occurred.unknown(), true);
    countsExactly(
        Counter.ALLEGED,
        Counter.ALLEGED,
        Counter.AWAITING_ADMISSION,
        Counter.AWAITING_ADMISSION,
        Counter.ILLUSTRATIVE);
  }

  @Test
  void the_median_of_an_even_number_of_cases_may_be_half_a_day() {
    given.notified().on(DAY.plusDays(3)).answered(ResponseKind.NOT_US);
    given.on(DAY).alleged(ALBA, Occurred.unknown()).notified();
    given.on(DAY.plusDays(10)).answered(ResponseKind.NOT_US);
    assertThat(given.alba().medianDaysToRespond()).isEqualTo(6.5);
    assertThat(given.alba().medianDaysToDecide()).isNull();
  }

  @Test
  void every_counter_has_its_own_code_and_they_fit_one_word() {
    assertThat(Counter.values()).extracting(Counter::code).doesNotHaveDuplicates();
    assertThat(Counter.values().length).isLessThanOrEqualTo(Long.SIZE);
  }

  private void countsExactly(Counter... expected) {
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    for (Counter counter : expected) {
      counts.merge(counter, 1L, Long::sum);
    }
    Map<Counter, Long> actual = new EnumMap<>(given.alba().counts());
    actual.values().removeIf(count -> count == 0);
    assertThat(actual).isEqualTo(counts);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
