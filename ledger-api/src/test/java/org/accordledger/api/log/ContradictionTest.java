package org.accordledger.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.LedgerApplication;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.store.publish.LogContradiction;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

class ContradictionTest {
  @Test
  void a_log_that_was_changed_behind_its_back_is_not_opened() throws InterruptedException {
    LedgerSettings settings = TestDatabase.newDatabase();
    try (RunningLedger running = LedgerApplication.start(settings)) {
      assertThat(running.awaitReady(Duration.ofMinutes(1))).isTrue();
      Scenario scenario = new Scenario(new TestLedger(running)).inForce();
      String waited = "wait=published";
      scenario
          .as(Role.PARTY, "alba")
          .post("/cases", scenario.allegation(null), Map.of("Prefer", waited));
    }
    changeEntry(settings, 2);

    try (RunningLedger running = LedgerApplication.start(settings)) {
      assertThatThrownBy(() -> running.awaitReady(Duration.ofMinutes(1)))
          .isInstanceOf(LogContradiction.class)
          .hasMessageContaining("position 2");
      TestLedger closed = new TestLedger(running);
      assertThat(closed.get("/cases", Map.of()).status()).isEqualTo(503);
      assertThat(closed.get("/log/checkpoint", Map.of()).status()).isEqualTo(503);
    }
  }

  @Test
  void a_log_that_is_changed_while_it_runs_is_told_to_whoever_asks() throws Exception {
    LedgerSettings settings = TestDatabase.newDatabase();
    try (RunningLedger running = LedgerApplication.start(settings)) {
      assertThat(running.awaitReady(Duration.ofMinutes(1))).isTrue();
      TestLedger ledger = new TestLedger(running);
      new Scenario(ledger).inForce();
      long size = ledger.head() + 1;
      await().until(() -> checkpoint(ledger).contains("\n" + size + "\n"));
      Path tile = settings.dataDirectory().resolve("log/tile/0/000.p/" + size);
      byte[] bytes = Files.readAllBytes(tile);
      bytes[40] ^= 1;
      Files.write(tile, bytes);
      takeAwayEntry(settings, 3);

      String published = checkpoint(ledger);
      Files.writeString(settings.dataDirectory().resolve("log/checkpoint"), "rubbish");

      HttpAnswer receipt = ledger.get("/receipts/0", Map.of());
      HttpAnswer payloads = ledger.get("/payloads", Map.of());

      assertThat(checkpoint(ledger)).isEqualTo(published);
      assertThat(receipt.status()).isEqualTo(500);
      assertThat(receipt.code()).isEqualTo("log_contradicted");
      assertThat(receipt.json().get("detail").asString()).contains("do not prove the entry");
      assertThat(payloads.status()).isEqualTo(500);
      assertThat(payloads.json().get("detail").asString())
          .contains("lacks the entry at position 3");
      assertThat(ledger.get("/health", Map.of()).status()).isEqualTo(503);
    }
  }

  private static String checkpoint(TestLedger ledger) {
    return ledger.get("/log/checkpoint", Map.of()).response().body();
  }

  private static void takeAwayEntry(LedgerSettings settings, long position) {
    change(settings, "delete from ledger.event where position = ?", position);
  }

  private static void changeEntry(LedgerSettings settings, long position) {
    change(
        settings,
        "update ledger.event set leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1)"
            + " where position = ?",
        position);
  }

  /** As the owner of the database can: without its triggers. */
  private static void change(LedgerSettings settings, String statement, long position) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(settings.databaseUrl());
    database.setUser(settings.databaseUser());
    JdbcTemplate jdbc = new JdbcTemplate(database);
    jdbc.execute("alter table ledger.event disable trigger only_grows");
    int changed = jdbc.update(statement, position);
    jdbc.execute("alter table ledger.event enable always trigger only_grows");
    assertThat(changed).isEqualTo(1);
  }
}
