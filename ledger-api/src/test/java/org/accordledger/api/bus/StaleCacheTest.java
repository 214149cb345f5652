package org.accordledger.api.bus;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that has not been told yet of what another one appended. */
class StaleCacheTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final LedgerSettings database = TestDatabase.newDatabase();
  private final TestLedger late = new TestLedger(database);
  private final TestLedger other = new TestLedger(TestDatabase.beside(database));
  private final Scenario scenario = new Scenario(late).inForce();
  private String caseId = "";

  @AfterEach
  void stop() {
    late.running().close();
    other.running().close();
  }

  /** Submitted at the late node and admitted at the other, of which the late one knows nothing. */
  @BeforeEach
  void admitted_elsewhere() {
    caseId = created(scenario.submit(null)).json().get("stream").asString();
    AggregateCache cache = late.beans(AggregateCache.class).iterator().next();
    // a state is kept a moment after its command is answered
    Object before = await().atMost(SOON).until(() -> cache.get(caseId), Objects::nonNull);
    String token = late.token("registrar", Role.REGISTRAR, scenario.accord(), null);
    ok(write(other, "admission", token, 0, "{}"));
    await().atMost(SOON).until(() -> !cache.containsKey(caseId));
    cache.put(caseId, before);
  }

  private HttpAnswer write(TestLedger node, String act, String token, long version, String body) {
    return node.post(
        "/cases/" + caseId + "/" + act,
        body,
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "If-Match",
            "\"" + version + "\""));
  }

  private HttpAnswer respond(long version) {
    return write(
        late,
        "responses",
        late.token("borea", Role.PARTY, scenario.accord(), "borea"),
        version,
        "{\"kind\": \"not_us\", \"text\": {\"en\": \"It was not us.\"}}");
  }

  @Test
  void who_has_seen_a_later_version_is_not_told_to_be_stale() {
    HttpAnswer answer = respond(admittedVersion());

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }

  @Test
  void who_has_seen_a_version_that_there_is_not_is_told_the_last_one() {
    HttpAnswer answer = respond(99);

    assertThat(answer.code()).isEqualTo("stale_version");
    assertThat(answer.json().get("detail").asString())
        .contains("Its version is " + admittedVersion() + ".");
  }

  private long admittedVersion() {
    String read = "/cases/" + caseId + "?min_position=" + late.head();
    return ok(other.get(read, Map.of("Accept", "application/json"))).json().get("version").asLong();
  }
}
