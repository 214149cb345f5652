package org.accordledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilingRefusalTest {
  private static final BodyId NORTH = new BodyId("north");
  private static final LocalDate DAY = LocalDate.parse("2020-01-01");

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(FilingRefusal code) {
    ThrowingCallable provocation =
        switch (code) {
          case DATED_NOT_ALLOWED -> () -> FilingRules.datedOnlyIfRetrospective(filed(DAY), false);
          case DATED_TOO_EARLY ->
              () -> FilingRules.notDatedBefore(filed(DAY), DAY.plusDays(1), "the offer");
          case ACTS_FOR_ANOTHER -> () -> FilingRules.actsFor(filed(null), NORTH);
          case REASON_MISSING -> () -> FilingRules.givesReason("reason", " ");
        };

    assertThatThrownBy(provocation)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void a_filing_without_a_date_of_its_own_bears_the_day_it_was_received_in_utc() {
    assertThat(filed(null).day()).isEqualTo(LocalDate.parse("2020-03-01"));
    assertThat(filed(DAY).day()).isEqualTo(DAY);
  }

  @Test
  void a_clock_that_lags_by_a_moment_is_not_held_against_its_author() {
    FilingRules.notDatedBefore(filed(null), LocalDate.parse("2020-03-02"), "the offer");
  }

  private static Filing filed(@Nullable LocalDate dated) {
    Actor south = new Actor(new AccountId("delegate"), Role.PARTY, new BodyId("south"));
    return new Filing(south, Instant.parse("2020-03-01T23:59:59Z"), dated);
  }
}
