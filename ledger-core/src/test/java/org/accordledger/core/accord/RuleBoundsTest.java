package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.accordledger.core.BodyId;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of an accord's rules lie within their bounds, both ends included. */
class RuleBoundsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_days",
        "particulars_days",
        "reply_days",
        "review_days",
        "extension_days"
      })
  void a_clock_has_one_day_to_ten_years(String clock) {
    for (int days : List.of(1, 3650)) {
      assertThatCode(() -> withClock(clock, days)).doesNotThrowAnyException();
    }
    for (int days : List.of(-1, 0, 3651)) {
      assertThatThrownBy(() -> withClock(clock, days))
          .isInstanceOf(InvalidValue.class)
          .hasMessage("rules." + clock + " must be 1 to 3650");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, true",
    "3, 3, true",
    "4, 3, true",
    "3, 1, false",
    "4, 2, false",
    "3, 4, false"
  })
  void a_quorum_is_more_than_half_of_the_panel_and_at_most_all_of_it(
      int size, int quorum, boolean possible) {
    if (possible) {
      assertThat(new ProcedureRules(1, 30, size, quorum).quorum()).isEqualTo(quorum);
    } else {
      assertThatThrownBy(() -> new ProcedureRules(1, 30, size, quorum))
          .isInstanceOf(InvalidValue.class)
          .hasMessageStartingWith("rules.quorum ");
    }
  }

  @Test
  void an_embargo_that_nobody_observes_ends_within_ten_years() {
    for (int days : List.of(0, 3650)) {
      given(draft(), offer(FIRST, true, embargo(List.of(), days)));
    }
    for (int days : List.of(-1, 3651)) {
      assertThatThrownBy(() -> given(draft(), offer(FIRST, true, embargo(List.of(), days))))
          .isInstanceOf(InvalidValue.class)
          .hasMessage("items.0.embargo.days_without_mission must be 0 to 3650");
    }
  }

  @Test
  void an_embargo_names_twenty_missions_at_most_and_none_twice() {
    given(draft(), offer(FIRST, true, embargo(missions(20), null)));
    assertThatThrownBy(() -> given(draft(), offer(FIRST, true, embargo(missions(21), null))))
        .hasMessage("items.0.embargo.missions must have at most 20 entries");
    assertThatThrownBy(
            () -> given(draft(), offer(FIRST, true, embargo(List.of(WATCH, WATCH), null))))
        .hasMessage("items.0.embargo.missions must not have an entry twice");
  }

  private static ProcedureRules withClock(String clock, int days) {
    return new ProcedureRules(
        1,
        clock.equals("response_days") ? days : 30,
        3,
        2,
        clock.equals("particulars_days") ? days : null,
        clock.equals("reply_days") ? days : null,
        clock.equals("review_days") ? days : null,
        clock.equals("extension_days") ? days : null,
        null);
  }

  private static List<BodyId> missions(int many) {
    return IntStream.range(0, many).mapToObj(i -> new BodyId("mission-" + i)).toList();
  }

  private static Clause embargo(List<BodyId> missions, @Nullable Integer days) {
    return AccordSamples.embargo(
        clause(QUIET, MEDIA, Clause.Kind.EMBARGO, clause().entry()),
        new EmbargoRule(ObserverReport.FINAL_REPORT, missions, days));
  }
}
