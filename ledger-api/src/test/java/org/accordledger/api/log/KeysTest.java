package org.accordledger.api.log;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KeysTest {
  /** Of its own: the others keep the key they know. */
  private static final TestLedger LEDGER = new TestLedger(TestDatabase.newDatabase());

  private final TestLedger ledger = LEDGER;

  @AfterAll
  static void stop() {
    LEDGER.running().close();
  }

  @Test
  void a_rotation_is_followed_by_whoever_trusts_the_first_key() {
    ServedLog log = new ServedLog(ledger);
    TrustedLog first = log.trusted();
    Map<String, String> operator = headers(Role.OPERATOR, null);

    JsonNode rotated = created(ledger.post("/keys", "{}", operator)).json();

    assertThat(states(rotated)).containsExactly("overlapping", "active");
    JsonNode next = rotated.at("/items/1");
    VerifierKey successor = VerifierKey.parse(next.get("verifier_key").asString());
    assertThat(log.trusted()).isEqualTo(TrustedLog.of(successor));
    SignedNote succession =
        SignedNote.parse(log.get("keys/" + next.get("id").asString() + ".succession").body());
    for (TrustedLog known : List.of(first, TrustedLog.of(successor))) {
      assertThat(succession.verify(known.keys())).contains(successor.encoded());
    }
    assertThat(ledger.post("/keys", "{}", operator).code()).isEqualTo("keys_not_ready");

    String former = rotated.at("/items/0/id").asString();
    String retirement = "/keys/" + former + "/retirement";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              HttpAnswer retired = ledger.post(retirement, "{}", operator);
              assertThat(retired.status()).as(retired.response().body()).isEqualTo(200);
              assertThat(states(retired.json())).containsExactly("retired", "active");
            });
    Scenario scenario = new Scenario(ledger).inForce();
    HttpAnswer written =
        scenario
            .as(Role.PARTY, "alba")
            .post("/cases", scenario.allegation(null), Map.of("Prefer", "wait=published"));
    assertThat(created(written).json().has("receipt")).isTrue();
    log.verifiedLeaves();
    assertThat(SignedNote.parse(log.get("checkpoint").body()).signatures()).hasSize(1);
    assertThat(ledger.post(retirement, "{}", operator).code()).isEqualTo("keys_not_ready");
  }

  @Test
  void keys_are_the_business_of_an_operator_of_the_whole_ledger() {
    assertThat(ledger.post("/keys", "{}", headers(Role.OPERATOR, "accord-one")).status())
        .isEqualTo(403);
    assertThat(ledger.post("/keys", "{}", headers(Role.AUDITOR, null)).status()).isEqualTo(403);
    Map<String, String> keyless = new HashMap<>(headers(Role.OPERATOR, null));
    keyless.remove("Idempotency-Key");
    assertThat(ledger.post("/keys", "{}", keyless).code()).isEqualTo("idempotency_key_missing");
  }

  private Map<String, String> headers(Role role, @Nullable String accord) {
    return Map.of(
        "Authorization",
        "Bearer " + ledger.token("someone", role, accord, null),
        "Idempotency-Key",
        "a-wish");
  }

  private static List<String> states(JsonNode keys) {
    return keys.get("items").valueStream().map(key -> key.get("state").asString()).toList();
  }
}
