package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AppliedTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Applied applied = new Applied();
  private final AtomicLong stored = new AtomicLong(-1);

  @Test
  void a_position_counts_when_the_database_holds_it() throws Exception {
    stored.set(9);

    assertThat(applied.await(9, Duration.ZERO, stored::get)).isTrue();
    assertThat(applied.await(10, Duration.ZERO, stored::get)).isFalse();
  }

  @Test
  void a_position_that_was_reached_and_taken_back_does_not_count() throws Exception {
    applied.reached(9);
    stored.set(4);

    assertThat(applied.await(9, Duration.ZERO, stored::get)).isFalse();
  }

  @Test
  void who_waits_for_what_was_taken_back_does_not_spin() throws Exception {
    applied.reached(9);
    AtomicInteger looks = new AtomicInteger();

    boolean there =
        applied.await(
            9,
            Duration.ofMillis(300),
            () -> {
              looks.incrementAndGet();
              return 4;
            });

    assertThat(there).isFalse();
    assertThat(looks).hasValueLessThan(10);
  }

  @Test
  void who_waits_is_woken_when_the_position_is_reached() throws Exception {
    Thread projection =
        Thread.startVirtualThread(
            () -> {
              stored.set(9);
              applied.reached(9);
            });

    assertThat(applied.await(9, SOON, stored::get)).isTrue();
    projection.join();
  }
}
