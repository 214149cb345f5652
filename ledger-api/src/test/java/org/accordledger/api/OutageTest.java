package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database may be away at the start and go away later; the service says so and comes back. */
class OutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void it_waits_for_its_database_says_so_and_recovers_by_itself() throws Exception {
    int port = freePort();
    LedgerSettings settings =
        LedgerSettings.of(
            Map.of(
                "ledger.db-url",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "ledger.port",
                "0",
                "ledger.data-directory",
                directory.resolve("data").toString()));
    try (RunningLedger running = LedgerApplication.start(settings)) {
      TestLedger ledger = new TestLedger(running);
      readinessIs(ledger, 503);
      assertThat(ledger.get("/health/liveness", Map.of()).status()).isEqualTo(200);
      refusedForNow(ledger);

      Scenario scenario;
      Client party;
      try (EmbeddedPostgres first = database(port)) {
        assertThat(first.getPort()).isEqualTo(port);
        assertThat(running.awaitReady(PATIENCE)).isTrue();
        readinessIs(ledger, 200);
        scenario = new Scenario(ledger).inForce();
        party = scenario.as(Role.PARTY, "alba");
        created(party.post("/cases", scenario.allegation("before")));
      }
      readinessIs(ledger, 503);
      saysWhatIsAway(ledger);
      HttpAnswer away = party.post("/cases", scenario.allegation("during"));
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.code()).isEqualTo("store_unavailable");
      assertThat(away.header("Retry-After")).isNotBlank();
      assertThat(away.json().get("detail").asString()).contains("Keep its Idempotency-Key");

      try (EmbeddedPostgres second = database(port)) {
        assertThat(second.getPort()).isEqualTo(port);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    created(
                        party.post(
                            "/cases",
                            scenario.allegation("after"),
                            Map.of("Idempotency-Key", "after"))));
        assertThat(party.post("/cases", scenario.allegation("before")).status()).isEqualTo(409);
        readinessIs(ledger, 200);
      }
    }
  }

  private static void saysWhatIsAway(TestLedger ledger) {
    HttpAnswer alive = ledger.get("/health/liveness", Map.of());
    assertThat(alive.status()).isEqualTo(200);
    assertThat(states(alive)).isEqualTo(Map.of("livenessState", "UP"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(states(ledger.get("/health/readiness", Map.of())))
                    .isEqualTo(
                        Map.of("readinessState", "UP", "store", "DOWN", "projections", "DOWN")));
    assertThat(states(ledger.get("/health", Map.of())))
        .containsOnlyKeys("livenessState", "readinessState", "store", "projections", "log", "feed");
  }

  private static Map<String, String> states(HttpAnswer health) {
    return health.json().get("components").properties().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, one -> one.getValue().get("status").asString()));
  }

  private static void readinessIs(TestLedger ledger, int status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(ledger.get("/health/readiness", Map.of()).status()).isEqualTo(status));
  }

  private static void refusedForNow(TestLedger ledger) {
    HttpAnswer answer = ledger.post("/cases", "{}", Map.of());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("store_unavailable");
    assertThat(answer.header("Retry-After")).isNotBlank();
  }

  private EmbeddedPostgres database(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(PATIENCE)
        .setPort(port)
        .setDataDirectory(directory.resolve("pg"))
        .setCleanDataDirectory(false)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
