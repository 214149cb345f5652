package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;

/** What holds at every door, whatever lies behind it. */
class DoorsTest {
  private final TestLedger ledger = TestLedger.shared();

  @Test
  void an_address_nobody_granted_is_not_found_and_says_so_as_a_problem() {
    HttpAnswer answer = ledger.get("/nowhere", Map.of());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/not_found");
    assertThat(answer.json().get("trace_id").asString()).matches("[0-9a-f]{32}");
  }

  @Test
  void a_method_an_address_does_not_know_is_answered_with_those_it_knows() {
    HttpAnswer answer = ledger.post("/health", "{}", Map.of());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET");
  }

  @Test
  void an_unknown_token_is_refused_even_where_none_is_needed() {
    HttpAnswer answer = ledger.get("/health", Map.of("Authorization", "Bearer alt_wrong"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void a_revoked_token_is_refused_from_the_next_request_on() {
    String token = ledger.token("revoked-operator", Role.OPERATOR, null, null);
    Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
    assertThat(ledger.get("/metrics", headers).status()).isEqualTo(200);

    int ended = ledger.running().tokens().revoke(new AccountId("revoked-operator"));

    assertThat(ended).isEqualTo(1);
    assertThat(ledger.get("/metrics", headers).status()).isEqualTo(401);
  }

  @Test
  void every_answer_carries_the_headers_that_keep_a_browser_safe() {
    HttpAnswer answer = ledger.get("/health", Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void what_goes_wrong_inside_health_is_shown_to_operators_only() {
    String token = ledger.token("health-operator", Role.OPERATOR, null, null);

    assertThat(ledger.get("/health/readiness", Map.of()).json().at("/components/store/status"))
        .hasToString("\"UP\"");
    assertThat(ledger.get("/metrics", Map.of()).status()).isEqualTo(401);
    assertThat(ledger.get("/metrics", Map.of("Authorization", "Bearer " + token)).response().body())
        .contains("jvm_memory_used_bytes");
  }
}
