package org.accordledger.api.containers;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A ledger on a PostgreSQL that it does not run itself. */
class PostgresContainerTest {
  private static LedgerSettings on(PostgreSQLContainer postgres, Path data) {
    return LedgerSettings.of(
        Map.of(
            "ledger.db-url", postgres.getJdbcUrl(),
            "ledger.db-user", postgres.getUsername(),
            "ledger.db-password", postgres.getPassword(),
            "ledger.port", "0",
            "ledger.data-directory", data.toString()));
  }

  @Test
  void what_was_acknowledged_is_there_for_the_next_ledger_on_the_same_database(@TempDir Path data) {
    DockerImageName image =
        DockerImageName.parse(Docker.image("POSTGRES_IMAGE", "postgres:18"))
            .asCompatibleSubstituteFor("postgres");
    try (PostgreSQLContainer postgres = new PostgreSQLContainer(image)) {
      postgres.start();
      long head;
      String accord;
      TestLedger first = new TestLedger(on(postgres, data));
      try (RunningLedger running = first.running()) {
        Scenario scenario = new Scenario(first).inForce();
        created(scenario.submit("kept"));
        accord = scenario.accord();
        head = first.head();
        assertThat(running.address()).isNotNull();
      }

      TestLedger second = new TestLedger(on(postgres, data));
      try (RunningLedger running = second.running()) {
        assertThat(second.head()).isEqualTo(head);
        assertThat(running.address()).isNotNull();
        String path = "/accords/%s?min_position=%d".formatted(accord, head);
        assertThat(ok(second.get(path, Map.of("Accept", "application/json"))).json().get("accord"))
            .hasToString("\"" + accord + "\"");
      }
    }
  }
}
