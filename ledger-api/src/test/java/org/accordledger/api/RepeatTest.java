package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;

/** A request sent again is answered and not done again. */
class RepeatTest {
  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();

  @Test
  void the_same_request_under_the_same_key_gets_the_first_answer() {
    Client party = scenario.as(Role.PARTY, "alba");
    String body = scenario.allegation(null);
    HttpAnswer first = created(party.post("/cases", body, Map.of("Idempotency-Key", "again-1")));
    long head = ledger.head();

    HttpAnswer second = party.post("/cases", body, Map.of("Idempotency-Key", "again-1"));

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(ledger.head()).isEqualTo(head);
  }

  @Test
  void a_change_sent_again_gets_the_first_answer_though_the_stream_has_moved() {
    Client registrar = scenario.as(Role.REGISTRAR, null);
    String etag = created(scenario.submit(null)).header("ETag");
    String address = created(scenario.submit(null)).header("Location");
    Map<String, String> headers = Map.of("Idempotency-Key", "admit-" + address, "If-Match", etag);
    HttpAnswer first = ok(registrar.post(address + "/admission", "{}", headers));

    HttpAnswer second = registrar.post(address + "/admission", "{}", headers);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.response().body()).isEqualTo(first.response().body());
  }

  @Test
  void another_request_under_the_same_key_is_refused() {
    Client party = scenario.as(Role.PARTY, "alba");
    Map<String, String> key = Map.of("Idempotency-Key", "other-1");
    created(party.post("/cases", scenario.allegation(null), key));

    HttpAnswer other = party.post("/cases", scenario.allegation("source-x"), key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void two_accounts_may_use_the_same_key() {
    Map<String, String> key = Map.of("Idempotency-Key", "mine-1");
    created(scenario.as(Role.PARTY, "alba").post("/cases", scenario.allegation(null), key));

    HttpAnswer other =
        scenario.as(Role.MONITOR, "alba").post("/cases", scenario.allegation(null), key);

    assertThat(other.status()).isEqualTo(201);
  }

  @Test
  void a_source_id_submitted_again_is_a_conflict_that_names_the_case() {
    String address = created(scenario.submit("incident-7")).header("Location");

    HttpAnswer again = scenario.submit("incident-7");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("already_submitted");
    assertThat(again.header("Location")).isEqualTo(address);
    assertThat("/cases/" + again.json().get("case").asString()).isEqualTo(address);
  }

  @Test
  void an_accord_drafted_again_is_a_conflict() {
    HttpAnswer again = scenario.draft();

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("already_exists");
    assertThat(again.header("Location")).isEqualTo("/accords/" + scenario.accord());
  }

  @Test
  void of_many_equal_requests_at_once_one_is_done() {
    Client party = scenario.as(Role.PARTY, "alba");
    String body = scenario.allegation("at-once");
    Map<String, String> key = Map.of("Idempotency-Key", "at-once-1");
    long head = ledger.head();

    List<CompletableFuture<HttpAnswer>> sent =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> party.post("/cases", body, key)))
            .toList();
    List<HttpAnswer> answers = sent.stream().map(CompletableFuture::join).toList();

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.code().isEmpty() ? "done" : answer.code())
                    .isIn("done", "still_running"));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).isNotEmpty();
    assertThat(ledger.head()).isEqualTo(head + 1);
  }
}
