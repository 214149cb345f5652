package org.accordledger.api.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.commands.LedgerCommands;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.Refused;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.projections.docket.DocketQuery;
import org.junit.jupiter.api.Test;

/** Which answers to a passed deadline are fine, and which somebody has to look at. */
class DeadlineRefusalsTest {
  @Test
  void only_what_says_that_the_case_has_moved_on_is_passed_over() {
    List<CaseRefusal> passedOver = new ArrayList<>();
    for (CaseRefusal code : CaseRefusal.values()) {
      if (DeadlineDispatcher.isAlreadySaid(new Refused(code, "because"))) {
        passedOver.add(code);
      }
    }

    assertThat(passedOver)
        .containsExactlyInAnyOrder(
            CaseRefusal.LAPSE_RECORDED,
            CaseRefusal.NO_SUCH_DEADLINE,
            CaseRefusal.CLOCK_STOPPED,
            CaseRefusal.DEADLINE_NOT_PASSED,
            CaseRefusal.WRONG_STAGE);
    assertThat(FilingRefusal.values())
        .noneMatch(code -> DeadlineDispatcher.isAlreadySaid(new Refused(code, "because")));
  }

  @Test
  void a_deadline_of_a_case_that_the_ledger_does_not_know_is_a_failure_every_time() {
    SimpleMeterRegistry counted = new SimpleMeterRegistry();
    InstantSource later = () -> Instant.now().plus(Duration.ofDays(31));
    try (Node asked = new Node(TestDatabase.newDatabase(), InstantSource.system());
        Node told = new Node(TestDatabase.newDatabase(), InstantSource.system())) {
      Scenario scenario = new Scenario(asked.ledger()).inForce();
      String silent = asked.notified(scenario, scenario.allegation(null));
      DocketQuery docket =
          new DocketQuery(asked.ledger().beans(DataSource.class).iterator().next());

      try (var strange = new DeadlineDispatcher(docket, commands(told), later, counted)) {
        assertThat(strange.dispatch()).isEqualTo(1);
        assertThat(strange.dispatch()).isEqualTo(1);
        assertThat(counted.counter("ledger.deadlines", "outcome", "failed").count()).isEqualTo(2);
      }
      try (var own = new DeadlineDispatcher(docket, commands(asked), later, counted)) {
        assertThat(own.dispatch()).isZero();
        assertThat(counted.counter("ledger.deadlines", "outcome", "recorded").count()).isEqualTo(1);
        await().until(() -> asked.stage(silent).equals("unanswered"));
        assertThat(own.dispatch()).isZero();
      }
    }
  }

  private static LedgerCommands commands(Node node) {
    return node.ledger().beans(LedgerCommands.class).iterator().next();
  }
}
