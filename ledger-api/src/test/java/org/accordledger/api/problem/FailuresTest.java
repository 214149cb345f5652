package org.accordledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.accordledger.store.Failure;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;

class FailuresTest {
  @Test
  void an_outcome_that_nobody_knows_is_not_said_to_be_nothing() {
    Problem problem = Failures.problemOf(Failure.nobodyKnows(), "trace");

    assertThat(problem.status().value()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("outcome_unknown");
    assertThat(problem.detail()).contains("may be stored or not", "with the same Idempotency-Key");
    assertThat(problem.headers()).containsKey("Retry-After");
  }

  @Test
  void views_that_are_not_there_yet_are_no_fault_of_the_ledger() {
    SQLException missing = new SQLException("relation \"docket\" does not exist", "42P01");

    Problem problem =
        Failures.problemOf(new BadSqlGrammarException("read", "select", missing), "trace");

    assertThat(problem.status().value()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("store_unavailable");
    assertThat(problem.headers()).containsKey("Retry-After");
  }

  @Test
  void a_table_of_the_store_that_is_not_there_is() {
    SQLException missing = new SQLException("relation \"ledger.event\" does not exist", "42P01");

    Problem problem =
        Failures.problemOf(new BadSqlGrammarException("read", "select", missing), "trace");

    assertThat(problem.status().value()).isEqualTo(500);
  }

  @Test
  void any_other_wrong_statement_is() {
    SQLException wrong = new SQLException("column \"x\" does not exist", "42703");

    Problem problem =
        Failures.problemOf(new BadSqlGrammarException("read", "select", wrong), "trace");

    assertThat(problem.status().value()).isEqualTo(500);
  }
}
