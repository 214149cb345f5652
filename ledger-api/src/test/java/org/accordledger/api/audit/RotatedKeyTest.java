package org.accordledger.api.audit;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.log.note.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Auditors who know the first key alone, while the server's key is rotated. */
class RotatedKeyTest {
  private static final TestLedger LEDGER = new TestLedger(TestDatabase.newDatabase());

  @TempDir private Path directory;

  @AfterAll
  static void stop() {
    LEDGER.running().close();
  }

  @Test
  void the_first_key_is_enough_before_during_and_after_the_overlap() {
    Scenario scenario = new Scenario(LEDGER).inForce();
    String first = LEDGER.get("/log/localhost_ledger.vkey", Map.of()).response().body().strip();
    String before = submitted(scenario);
    Auditor early = Auditor.of(LEDGER, directory.resolve("early"));
    early.fetch("--key", first);
    early.verify();

    String former = created(post("/keys")).json().at("/items/0/id").asString();
    String during = submitted(scenario);
    assertThat(signatures()).as("of a checkpoint in the overlap").isEqualTo(2);
    early.fetch();
    early.verify();
    Auditor overlapping = Auditor.of(LEDGER, directory.resolve("overlapping"));
    overlapping.fetch("--key", first);
    overlapping.verify();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> ok(post("/keys/" + former + "/retirement")));
    String after = submitted(scenario);
    assertThat(signatures()).as("of a checkpoint by the new key alone").isEqualTo(1);
    Auditor late = Auditor.of(LEDGER, directory.resolve("late"));
    late.fetch("--key", first);
    for (Auditor auditor : new Auditor[] {early, overlapping, late}) {
      auditor.fetch();
      assertThat(auditor.verify()).contains("verified: %d entries".formatted(LEDGER.head() + 1));
      for (String receipt : new String[] {before, during, after}) {
        assertThat(auditor.checksReceipt(receipt)).contains("the receipt holds: ");
      }
    }
  }

  /** Gives the receipt. */
  private static String submitted(Scenario scenario) {
    HttpAnswer written =
        scenario
            .as(Role.PARTY, "alba")
            .post("/cases", scenario.allegation(null), Map.of("Prefer", "wait=published"));
    return created(written).json().get("receipt").asString();
  }

  private static int signatures() {
    String note = LEDGER.get("/log/checkpoint", Map.of()).response().body();
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).signatures().size();
  }

  private static HttpAnswer post(String path) {
    String token = LEDGER.token("operator", Role.OPERATOR, null, null);
    return LEDGER.post(
        path, "{}", Map.of("Authorization", "Bearer " + token, "Idempotency-Key", "a-wish"));
  }
}
