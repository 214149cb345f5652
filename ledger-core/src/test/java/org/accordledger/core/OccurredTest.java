package org.accordledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.accordledger.core.Occurred.Precision;
import org.junit.jupiter.api.Test;

class OccurredTest {
  private static final LocalDate DAY = LocalDate.parse("2014-01-01");

  @Test
  void what_is_still_going_on_has_no_last_day_and_a_single_day_is_its_own() {
    assertThat(Occurred.since(DAY).latest()).isNull();
    assertThat(new Occurred(DAY, null, Precision.YEAR, true).latest()).isNull();
    assertThat(Occurred.on(DAY).latest()).isEqualTo(DAY);
    assertThat(Occurred.unknown().latest()).isNull();
  }

  @Test
  void what_is_still_going_on_began_on_a_day_and_names_no_last_one() {
    assertThatThrownBy(() -> new Occurred(DAY, DAY, Precision.DAY, true))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Occurred(null, null, Precision.UNKNOWN, true))
        .isInstanceOf(InvalidValue.class);
  }
}
