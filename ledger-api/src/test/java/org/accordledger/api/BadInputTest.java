package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a write is named by code and place, and changes nothing. */
class BadInputTest {
  private static final TestLedger LEDGER = TestLedger.shared();
  private static final Scenario SCENARIO = new Scenario(LEDGER);

  @BeforeAll
  static void an_accord_is_in_force() {
    SCENARIO.inForce();
  }

  private static String allegation(String from, String to) {
    String body = SCENARIO.allegation(null);
    assertThat(body).contains(from);
    return body.replace(from, to);
  }

  private static long position() {
    return LEDGER.head();
  }

  record Header(String name, Map<String, String> headers, int status, String code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Header> headers() {
    return Stream.of(
        new Header("no key", Map.of("Idempotency-Key", ""), 400, "idempotency_key_missing"),
        new Header(
            "a key with a space", Map.of("Idempotency-Key", "a b"), 400, "idempotency_key_missing"),
        new Header(
            "a key without end",
            Map.of("Idempotency-Key", "k".repeat(201)),
            400,
            "idempotency_key_missing"),
        new Header("no version", Map.of("If-Match", ""), 428, "if_match_missing"),
        new Header("an old version", Map.of("If-Match", "\"0\""), 412, "stale_version"),
        new Header("a version to come", Map.of("If-Match", "\"99\""), 412, "stale_version"),
        new Header("any version", Map.of("If-Match", "*"), 412, "stale_version"),
        new Header("a weak version", Map.of("If-Match", "W/\"3\""), 412, "stale_version"),
        new Header("no type", Map.of("Content-Type", ""), 415, "unsupported_media_type"),
        new Header(
            "another type", Map.of("Content-Type", "text/plain"), 415, "unsupported_media_type"),
        new Header(
            "another charset",
            Map.of("Content-Type", "application/json;charset=utf-16"),
            415,
            "unsupported_media_type"),
        new Header(
            "a charset that is none",
            Map.of("Content-Type", "application/json;charset=utf-999"),
            415,
            "unsupported_media_type"),
        new Header(
            "a packed body", Map.of("Content-Encoding", "gzip"), 415, "unsupported_media_type"),
        new Header(
            "a type that is none", Map.of("Content-Type", "json"), 415, "unsupported_media_type"),
        new Header(
            "an answer in another form", Map.of("Accept", "image/png"), 406, "not_acceptable"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void a_write_with_a_wrong_header_is_refused(Header wrong) {
    long before = position();

    HttpAnswer answer =
        SCENARIO
            .as(Role.REGISTRAR, null)
            .post(SCENARIO.path("methods"), "{\"method\": 1}", wrong.headers());

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(wrong.status());
    assertThat(answer.code()).isEqualTo(wrong.code());
    assertThat(position()).isEqualTo(before);
  }

  @Test
  void a_body_of_more_than_a_mebibyte_is_refused() {
    HttpAnswer answer =
        SCENARIO
            .as(Role.PARTY, "alba")
            .post("/cases", allegation("A letter was forged.", "x".repeat(1 << 20)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("body_too_large");
  }

  @Test
  void a_body_in_another_encoding_is_refused() {
    String token = LEDGER.token("latin", Role.PARTY, SCENARIO.accord(), "alba");
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Idempotency-Key", "latin-1");
    headers.put("Content-Type", "application/json");

    HttpAnswer answer =
        LEDGER.post(
            "/cases",
            BodyPublishers.ofByteArray(
                allegation("forged", "forgé").getBytes(StandardCharsets.ISO_8859_1)),
            headers);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("UTF-8");
  }

  @Test
  void a_plain_body_may_say_that_it_is_plain() {
    HttpAnswer answer =
        SCENARIO
            .as(Role.PARTY, "alba")
            .post(
                "/cases",
                SCENARIO.allegation("plain"),
                Map.of(
                    "Content-Type",
                    "application/json;charset=UTF-8",
                    "Content-Encoding",
                    "identity"));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
  }

  @Test
  void a_query_that_a_write_does_not_know_is_refused_and_nothing_is_stored() {
    Client party = SCENARIO.as(Role.PARTY, "alba");
    long before = position();

    for (String query : new String[] {"dry_run=1", "format=json", "x"}) {
      HttpAnswer answer = party.post("/cases?" + query, SCENARIO.allegation("dry"));

      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("invalid_parameter");
    }
    assertThat(position()).isEqualTo(before);
  }

  @Test
  void what_was_submitted_before_is_a_conflict_about_the_allegation() {
    Client party = SCENARIO.as(Role.PARTY, "alba");
    assertThat(party.post("/cases", SCENARIO.allegation("twice")).status()).isEqualTo(201);

    HttpAnswer again = party.post("/cases", SCENARIO.allegation("twice"));

    assertThat(again.code()).isEqualTo("already_submitted");
    assertThat(again.json().at("/errors/0/pointer").asString("")).isEqualTo("/allegation");
  }

  @Test
  void an_unknown_field_is_answered_with_those_a_client_may_send() {
    Client registrar = SCENARIO.as(Role.REGISTRAR, null);
    HttpAnswer rules = registrar.post(SCENARIO.path("methods"), "{\"zz\": 1, \"method\": 1}");
    HttpAnswer exhibit =
        SCENARIO
            .as(Role.PARTY, "alba")
            .post("/cases", allegation("\"kind\"", "\"zz\": 1, \"kind\""));
    HttpAnswer submission =
        SCENARIO
            .as(Role.PARTY, "alba")
            .post("/cases", allegation("{\"allegation\"", "{\"zz\": 1, \"allegation\""));

    assertThat(rules.json().at("/errors/0/detail").asString()).endsWith("known are dated, method");
    assertThat(submission.json().at("/errors/0/detail").asString())
        .endsWith("known are allegation, dated, election");
    assertThat(exhibit.json().at("/errors/0/detail").asString())
        .contains("size, text, title")
        .doesNotContain("content");
  }

  @Test
  void rules_no_panel_can_follow_are_refused_by_their_own_field() {
    HttpAnswer answer =
        SCENARIO
            .as(Role.REGISTRAR, null)
            .post(
                SCENARIO.path("rules"),
                "{\"response_days\": 30, \"panel_size\": 3, \"quorum\": 1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asString("")).isEqualTo("/quorum");
  }

  @Test
  void a_case_or_an_act_that_does_not_exist_is_not_found() {
    Client registrar = SCENARIO.as(Role.REGISTRAR, null);
    Map<String, String> version = Map.of("If-Match", "\"0\"");

    assertThat(registrar.post("/cases/case-none/admission", "{}", version).status()).isEqualTo(404);
    assertThat(registrar.post("/cases/No%20Id/admission", "{}", version).status()).isEqualTo(404);
    assertThat(registrar.post("/cases/case-none/applause", "{}", version).status()).isEqualTo(404);
    assertThat(registrar.post(SCENARIO.path("applause"), "{}", version).status()).isEqualTo(404);
  }

  @Test
  void a_token_of_another_accord_is_refused() {
    Scenario other = new Scenario(LEDGER);

    HttpAnswer answer = other.as(Role.PARTY, "alba").post("/cases", SCENARIO.allegation(null));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
  }

  @Test
  void every_problem_has_a_page_that_says_what_to_do() {
    HttpAnswer page = LEDGER.get("/problems/stale_version", Map.of());
    HttpAnswer refusal = LEDGER.get("/problems/nationality_majority", Map.of());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().get("remedy").asString()).contains("ETag");
    assertThat(refusal.json().get("title").asString()).contains("nationality");
    assertThat(LEDGER.get("/problems/nothing", Map.of()).status()).isEqualTo(404);
  }
}
