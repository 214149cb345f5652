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
  private static final String DEEP = "[".repeat(40) + "]".repeat(40);

  record Case(String name, String body, int status, String code, String pointer) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void an_accord_is_in_force() {
    SCENARIO.inForce();
  }

  private static String allegation(String from, String to) {
    String body = SCENARIO.allegation(null);
    assertThat(body).contains(from);
    return body.replace(from, to);
  }

  static Stream<Case> submissions() {
    return Stream.of(
        new Case("an empty body", "", 400, "malformed_json", ""),
        new Case("no object", "[]", 400, "malformed_json", ""),
        new Case("half an object", "{\"allegation\": {", 400, "malformed_json", "/allegation"),
        new Case("two objects", "{} {}", 400, "malformed_json", ""),
        new Case(
            "a key twice",
            allegation("\"victims\"", "\"title\": \"x\", \"victims\""),
            400,
            "malformed_json",
            "/allegation/title"),
        new Case(
            "a body nested without end",
            "{\"allegation\": " + DEEP + "}",
            400,
            "malformed_json",
            "/allegation" + "/0".repeat(31)),
        new Case("no accord", "{}", 400, "invalid_request", "/allegation/accord"),
        new Case(
            "an accord that is no id",
            allegation(SCENARIO.accord(), "Accord 1"),
            400,
            "invalid_request",
            "/allegation/accord"),
        new Case(
            "an unknown field",
            allegation("\"victims\"", "\"colour\": 1, \"victims\""),
            400,
            "invalid_request",
            "/allegation/colour"),
        new Case(
            "a field the address says",
            allegation("{\"allegation\"", "{\"case_id\": \"case-1\", \"allegation\""),
            400,
            "invalid_request",
            "/case_id"),
        new Case(
            "a filing of the client's own making",
            allegation("{\"allegation\"", "{\"filed\": {}, \"allegation\""),
            400,
            "invalid_request",
            "/filed"),
        new Case(
            "a required field left out",
            allegation("\"marking\": \"clear\", \"text\"", "\"text\""),
            400,
            "invalid_request",
            "/allegation/exhibits/0/marking"),
        new Case(
            "a number where a text belongs",
            allegation("\"title\": \"A forged letter\"", "\"title\": 7"),
            400,
            "invalid_request",
            "/allegation/title"),
        new Case(
            "a text where a list belongs",
            allegation("[\"forged-document\"]", "\"forged-document\""),
            400,
            "invalid_request",
            "/allegation/acts"),
        new Case(
            "a value outside its list",
            allegation("\"precision\": \"day\"", "\"precision\": \"week\""),
            400,
            "invalid_request",
            "/allegation/occurred/precision"),
        new Case(
            "a day that does not exist",
            allegation("\"precision\"", "\"to\": \"2020-02-31\", \"precision\""),
            400,
            "invalid_request",
            "/allegation/occurred/to"),
        new Case(
            "a value no record can hold",
            allegation("\"victims\"", "\"attribution_value\": 101, \"victims\""),
            400,
            "invalid_request",
            "/allegation"),
        new Case(
            "a narrative that is no text",
            allegation("\"A letter was forged.\"", "{}"),
            400,
            "invalid_request",
            "/allegation/narrative/en"),
        new Case(
            "a narrative with a character no text holds",
            allegation("\"A letter was forged.\"", "\"\\u0000\""),
            400,
            "invalid_request",
            "/allegation/narrative/en"),
        new Case(
            "a narrative with half a character",
            allegation("\"A letter was forged.\"", "\"\\ud83d\""),
            400,
            "invalid_request",
            "/allegation/narrative/en"),
        new Case(
            "an exhibit with its text and a digest beside it",
            allegation("\"text\"", "\"size\": 3, \"text\""),
            400,
            "invalid_request",
            "/allegation/exhibits/0/size"),
        new Case(
            "an exhibit that names its content and claims a digest for it",
            allegation(
                "\"text\": \"Dear all\"",
                "\"content\": \"Dear all\", \"size\": 3, \"sha256\": \"%s\""
                    .formatted("0".repeat(64))),
            400,
            "invalid_request",
            "/allegation/exhibits/0/content"),
        new Case(
            "an exhibit with its text and content beside it",
            allegation("\"text\"", "\"content\": \"Dear all\", \"text\""),
            400,
            "invalid_request",
            "/allegation/exhibits/0/content"),
        new Case(
            "a dated act after today",
            allegation("{\"allegation\"", "{\"dated\": \"2999-01-01\", \"allegation\""),
            400,
            "invalid_request",
            "/dated"),
        new Case(
            "a dated act in an accord that is not kept retrospectively",
            allegation("{\"allegation\"", "{\"dated\": \"2019-01-01\", \"allegation\""),
            422,
            "dated_not_allowed",
            "/dated"),
        new Case(
            "a clause nobody offered",
            allegation("no-fakes", "no-lies"),
            422,
            "unknown_clause",
            "/allegation/clause"),
        new Case(
            "an allegation against nobody's party",
            allegation("\"respondent\": \"borea\"", "\"respondent\": \"corsia\""),
            422,
            "respondent_not_a_party",
            "/allegation/respondent"),
        new Case(
            "an allegation against oneself",
            allegation("\"respondent\": \"borea\"", "\"respondent\": \"alba\""),
            422,
            "accuses_itself",
            "/allegation/respondent"),
        new Case(
            "conduct to come",
            allegation("\"precision\"", "\"to\": \"2999-01-01\", \"precision\""),
            422,
            "occurred_in_future",
            "/allegation/occurred"),
        new Case(
            "a disclosure to come",
            allegation("\"victims\"", "\"disclosed\": \"2999-01-01\", \"victims\""),
            422,
            "disclosed_in_future",
            "/allegation/disclosed"),
        new Case(
            "an exhibit's id twice",
            allegation(
                "\"exhibits\": [",
                "\"exhibits\": [{\"id\": \"letter\", \"kind\": \"press\", \"title\": \"It\","
                    + " \"marking\": \"clear\", \"text\": \"Dear\"}, "),
            422,
            "duplicate_exhibit",
            "/allegation/exhibits"),
        new Case(
            "a number without end",
            allegation("\"title\": \"A forged letter\"", "\"title\": " + "9".repeat(20_000)),
            400,
            "malformed_json",
            "/allegation/title"),
        new Case(
            "a number no field holds",
            allegation("\"victims\"", "\"attribution_value\": 99999999999999, \"victims\""),
            400,
            "invalid_request",
            "/allegation/attribution_value"),
        new Case(
            "an allegation in another's name",
            allegation("\"complainant\": \"alba\"", "\"complainant\": \"borea\"")
                .replace("\"respondent\": \"borea\"", "\"respondent\": \"alba\""),
            422,
            "acts_for_another",
            "/allegation/complainant"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("submissions")
  void a_wrong_submission_is_refused_by_code_and_place(Case wrong) {
    long before = position();

    HttpAnswer answer = SCENARIO.as(Role.PARTY, "alba").post("/cases", wrong.body());

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(wrong.status());
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo(wrong.code());
    assertThat(answer.json().at("/errors/0/pointer").asString("")).isEqualTo(wrong.pointer());
    assertThat(answer.json().get("detail").asString()).isNotBlank();
    assertThat(answer.response().body()).doesNotContain("org.accordledger", "Exception", "tools.j");
    assertThat(position()).isEqualTo(before);
  }

  @Test
  void an_exhibit_of_a_response_cannot_name_its_content_either() {
    String address = Scenario.created(SCENARIO.submit(null)).header("Location");
    String exhibit =
        "{\"id\": \"reply\", \"kind\": \"press\", \"title\": \"R\", \"marking\": \"red\","
            + " \"content\": \"secret\"}";

    HttpAnswer answer =
        SCENARIO
            .as(Role.PARTY, "borea")
            .post(
                address + "/responses", "{\"kind\": \"not_us\", \"exhibits\": [" + exhibit + "]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/exhibits/0/content");
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("unknown_field");
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
        .endsWith("known are allegation, dated");
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
