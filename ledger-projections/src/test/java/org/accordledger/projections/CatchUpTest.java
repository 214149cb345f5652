package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private final CatchUp catchUp = new CatchUp("views_7");

  private static long seconds(long seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void views_are_not_to_be_shown_before_anybody_has_looked_at_them() {
    assertThat(catchUp.building()).contains("views_7", "not been looked at");
  }

  @Test
  void it_says_how_far_they_are_how_fast_and_how_long_it_takes() {
    catchUp.look(-1, 1_999_999, seconds(100));
    assertThat(catchUp.building()).endsWith("0 of 2,000,000 events are applied");

    catchUp.look(499_999, 1_999_999, seconds(105));

    assertThat(catchUp.building())
        .isEqualTo(
            "the views of views_7 are being built: 500,000 of 2,000,000 events are applied,"
                + " 100,000 each second, 15 s left");
  }

  @Test
  void views_that_nobody_has_made_yet_are_missing() {
    catchUp.absent();
    assertThat(catchUp.building()).contains("no node has made the views of views_7");

    catchUp.look(0, 0, seconds(1));

    assertThat(catchUp.building()).isNull();
  }

  @Test
  void what_was_written_since_the_start_is_not_waited_for() {
    catchUp.look(10, 99, seconds(1));
    catchUp.look(98, 500, seconds(2));
    assertThat(catchUp.building()).isNotNull();

    catchUp.look(99, 900, seconds(3));

    assertThat(catchUp.building()).isNull();
  }

  @Test
  void what_has_caught_up_once_may_fall_behind() {
    catchUp.look(-1, -1, seconds(1));
    assertThat(catchUp.building()).isNull();

    catchUp.look(-1, 5_000, seconds(2));

    assertThat(catchUp.building()).isNull();
  }
}
