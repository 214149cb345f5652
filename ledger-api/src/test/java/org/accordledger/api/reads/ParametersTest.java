package org.accordledger.api.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.YearMonth;
import org.accordledger.api.problem.ProblemException;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.AsOf;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  @Test
  void a_date_means_the_end_of_that_day() {
    assertThat(Parameters.asOf("2020-06-30"))
        .isEqualTo(AsOf.time(Instant.parse("2020-06-30T23:59:59.999999Z")));
  }

  @Test
  void a_number_is_a_position_and_a_time_may_have_any_offset() {
    assertThat(Parameters.asOf("42")).isEqualTo(AsOf.position(42));
    assertThat(Parameters.asOf("2020-06-30T14:00:00+02:00"))
        .isEqualTo(AsOf.time(Instant.parse("2020-06-30T12:00:00Z")));
  }

  @Test
  void an_untouched_field_of_a_form_means_its_default() {
    assertThat(Parameters.asOf("")).isEqualTo(AsOf.head());
    assertThat(Parameters.incidents("")).isEqualTo(Period.ALL);
    assertThat(Parameters.limit("")).isEqualTo(50);
    assertThat(Parameters.id("accord", "", AccordId::new)).isNull();
    assertThat(Parameters.code("stage", "", Stage.class)).isNull();
  }

  @Test
  void a_period_may_be_open_at_either_end_or_be_one_month() {
    assertThat(Parameters.incidents("2016-01..2016-12"))
        .isEqualTo(new Period(YearMonth.of(2016, 1), YearMonth.of(2016, 12)));
    assertThat(Parameters.incidents("2016-01.."))
        .isEqualTo(new Period(YearMonth.of(2016, 1), null));
    assertThat(Parameters.incidents("..2016-12"))
        .isEqualTo(new Period(null, YearMonth.of(2016, 12)));
    assertThat(Parameters.incidents("2016-05"))
        .isEqualTo(new Period(YearMonth.of(2016, 5), YearMonth.of(2016, 5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "-1",
        "2020-13-01",
        "2020-06-30T12:00:00",
        "1e9",
        "９",
        "+300000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "+12020-06-30"
      })
  void a_point_that_cannot_be_is_refused_by_name(String text) {
    assertRefused(() -> Parameters.asOf(text), "as_of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016",
        "2016-12..2016-01",
        "2016-01..2016-13",
        "..2016",
        "2016-01...2",
        "+999999999-01",
        "-0001-01",
        "2016-01..+10000-01",
        "-0001-01..2016-01"
      })
  void a_period_that_cannot_be_is_refused_by_name(String text) {
    assertRefused(() -> Parameters.incidents(text), "incidents");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-5", "many", "1.5", "99999999999999999999"})
  void a_page_has_1_to_200_entries(String text) {
    assertRefused(() -> Parameters.limit(text), "limit");
  }

  @Test
  void an_unknown_code_is_refused_with_the_known_ones() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Parameters.code("stage", "lost", Stage.class))
        .satisfies(
            refused ->
                assertThat(refused.problem().detail()).contains("stage", "before_panel", "closed"));
  }

  private static void assertRefused(ThrowingCallable call, String parameter) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(
            refused -> {
              assertThat(refused.problem().status().value()).isEqualTo(400);
              assertThat(refused.problem().members()).containsEntry("parameter", parameter);
              assertThat(refused.problem().detail()).contains(parameter);
            });
  }
}
