package org.accordledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.store.Failure;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void an_outcome_that_nobody_knows_is_not_said_to_be_nothing() {
    Problem problem = Failures.problemOf(Failure.nobodyKnows(), "trace");

    assertThat(problem.status().value()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("outcome_unknown");
    assertThat(problem.detail()).contains("may be stored or not", "with the same Idempotency-Key");
    assertThat(problem.headers()).containsKey("Retry-After");
  }
}
