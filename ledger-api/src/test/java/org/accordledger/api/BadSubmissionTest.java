package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.accordledger.core.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a submission is named by code and place, and changes nothing. */
class BadSubmissionTest {
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
            "/allegation/attribution_value"),
        new Case(
            "a rating that is none",
            allegation(
                "\"marking\": \"clear\", \"text\"",
                "\"marking\": \"clear\", \"credibility\": 7, \"text\""),
            400,
            "invalid_request",
            "/allegation/exhibits/0/credibility"),
        new Case(
            "a number that is quoted in no decimal form",
            allegation(
                "\"marking\": \"clear\", \"text\"",
                "\"marking\": \"clear\", \"claim\": {\"number\": \"1e9\", \"unit\": \"times\"},"
                    + " \"text\""),
            400,
            "invalid_request",
            "/allegation/exhibits/0/claim/number"),
        new Case(
            "a period without its first day",
            allegation("\"from\":", "\"to\":"),
            400,
            "invalid_request",
            "/allegation/occurred/from"),
        new Case(
            "an act that is blank",
            allegation("[\"forged-document\"]", "[\"forged-document\", \" \"]"),
            400,
            "invalid_request",
            "/allegation/acts/1"),
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
            "conduct that ended before it began",
            allegation("\"precision\"", "\"to\": \"2015-01-01\", \"precision\""),
            400,
            "invalid_request",
            "/allegation/occurred/to"),
        new Case(
            "conduct of an unknown time with a day",
            allegation("\"precision\": \"day\"", "\"precision\": \"unknown\""),
            400,
            "invalid_request",
            "/allegation/occurred/from"),
        new Case(
            "conduct that goes on and has ended",
            allegation("\"precision\"", "\"to\": \"2999-01-01\", \"ongoing\": true, \"precision\""),
            400,
            "invalid_request",
            "/allegation/occurred/ongoing"),
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

  @Test
  void an_allegation_dated_before_its_disclosure_is_refused_by_its_day() {
    Scenario kept = new Scenario(LEDGER).retrospective().inForce();
    String body =
        kept.allegation(null)
            .replaceFirst("\"from\": \"[0-9-]+\"", "\"from\": \"2019-01-01\"")
            .replace("\"victims\"", "\"disclosed\": \"2019-03-02\", \"victims\"")
            .replace("{\"allegation\"", "{\"dated\": \"2019-03-01\", \"allegation\"");

    HttpAnswer answer = kept.as(Role.PARTY, "alba").post("/cases", body);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("disclosed_in_future");
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/allegation/disclosed");
  }

  @Test
  void a_basket_and_an_element_that_nobody_declared_are_refused_by_their_place() {
    HttpAnswer basket =
        SCENARIO
            .as(Role.REGISTRAR, null)
            .post(
                SCENARIO.path("panelists"),
                "{\"member\": \"judge-9\", \"nationality\": \"estia\", \"baskets\": [\"trade\"]}");
    assertThat(basket.status()).isEqualTo(422);
    assertThat(basket.code()).isEqualTo("unknown_basket");
    assertThat(basket.json().at("/errors/0/pointer").asString()).startsWith("/baskets");

    Scenario decided = new Scenario(LEDGER).inForce();
    decided.appointPanelists();
    String address = Scenario.created(decided.submit(null)).header("Location");
    Client registrar = decided.as(Role.REGISTRAR, null);
    Scenario.ok(registrar.post(address + "/admission", "{}"));
    Scenario.ok(
        decided.as(Role.PARTY, "borea").post(address + "/responses", "{\"kind\": \"not_us\"}"));
    Scenario.ok(registrar.post(address + "/referral", "{}"));
    Scenario.ok(
        registrar.post(
            address + "/panel", "{\"members\": [\"judge-0\", \"judge-1\", \"judge-2\"]}"));
    HttpAnswer element =
        decided
            .adjudicator(0)
            .post(
                address + "/votes",
                """
                {"opinion": {"elements": {"stolen": {"value": "established", "confidence": "low"}},
                  "happened": {"value": "not_determinable", "confidence": "low"},
                  "attributable": {"value": "not_determinable", "confidence": "low"}}}
                """);
    assertThat(element.status()).as(element.response().body()).isEqualTo(422);
    assertThat(element.code()).isEqualTo("elements_mismatch");
    assertThat(element.json().at("/errors/0/pointer").asString()).startsWith("/opinion");
  }

  private static long position() {
    return LEDGER.head();
  }
}
