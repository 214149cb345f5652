package org.accordledger.projections.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.core.scorecard.Counter;
import org.junit.jupiter.api.Test;

class StoredCountersTest {
  @Test
  void every_counter_has_a_place_of_its_own() {
    assertThat(StoredCounters.PLACES)
        .containsExactlyInAnyOrder(Counter.values())
        .hasSizeLessThan(Long.SIZE);
  }

  @Test
  void a_mask_gives_back_its_counters() {
    for (Counter counter : Counter.values()) {
      assertThat(StoredCounters.counters(StoredCounters.bit(counter))).containsExactly(counter);
    }
  }
}
