package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.accordledger.api.HttpAnswer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the two sides ask, deny, leave unsaid and do, what is found, and how all of it is shown. */
class ProcedureRowsTest {
  @ParameterizedTest
  @CsvSource({
    "political, departure from a commitment, Departure from a commitment",
    "legal, breach of the clause, Violation of the clause"
  })
  void R17_the_same_finding_is_worded_by_how_binding_the_commitment_is(
      String bindingness, String wording, String heading) {
    Play play =
        Play.drafted(
            """
            {"baskets": [{"code": "media", "title": {"en": "Media"}, "form": "understanding", "bindingness": "%s"}]}
            """
                .formatted(bindingness));
    play.offer("offer-1", "alba", Play.clause("no-fakes", "{}"));
    play.bothAccept("offer-1", "no-fakes");
    String address = play.admitted("{}");

    play.decided(address, Play.violation());

    JsonNode finding = now(play, address).at("/findings/0");
    assertThat(finding.get("outcome").asString()).isEqualTo("violation");
    assertThat(finding.get("wording").asString()).isEqualTo(wording);
    assertThat(page(play, address).select(".outcome").text()).isEqualTo(heading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not_us", "not_the_state", "not_prohibited", "no_facts", "did_not_happen"})
  void R35_a_denial_has_a_type_and_what_corroborates_later_is_linked_to_it(String denial) {
    Play play = Play.inForce();
    String address = play.admitted("{}");
    ok(
        play.responds(
            address, "borea", "{\"kind\": \"%s\", \"text\": {\"en\": \"No.\"}}".formatted(denial)));
    String grade = play.cell("borea", "no-fakes").get("grade").asString();

    ok(
        play.party("alba")
            .post(
                address + "/corroborations",
                """
                {"text": {"en": "Its own files name the printer."},
                 "exhibits": [{"id": "files", "kind": "official_document", "title": "The files", "marking": "clear"}]}
                """));

    JsonNode it = now(play, address);
    assertThat(it.at("/responses/0/kind").asString()).isEqualTo(denial);
    JsonNode corroboration = it.at("/corroborations/0");
    assertThat(corroboration.get("denial").asString()).isEqualTo(denial);
    assertThat(corroboration.at("/text/0/text").asString())
        .isEqualTo("Its own files name the printer.");
    assertThat(corroboration.at("/exhibits/0/id").asString()).isEqualTo("files");
    assertThat(it.get("stage").asString()).isEqualTo("answered");
    assertThat(it.get("findings")).isEmpty();
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.at("/counts/answered_" + denial).asInt()).isEqualTo(1);
    assertThat(cell.get("grade").asString()).isEqualTo(grade);
  }

  @Test
  void R35_what_was_acknowledged_is_not_corroborated_against_a_denial() {
    Play play = Play.inForce();
    String address = play.admitted("{}");
    ok(play.responds(address, "borea", "{\"kind\": \"acknowledged\"}"));

    HttpAnswer refused =
        play.party("alba")
            .post(
                address + "/corroborations",
                """
                {"exhibits": [{"id": "files", "kind": "official_document", "title": "The files", "marking": "clear"}]}
                """);

    assertThat(refused.code()).isEqualTo("no_denial");
    assertThat(now(play, address).get("corroborations")).isEmpty();
  }

  @Test
  void R36_whoever_is_accused_asks_for_particulars_and_its_days_wait_for_them() {
    Play play =
        Play.drafted(
            """
            {"rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 2, "particulars_days": 10}}
            """);
    play.offer(
        "offer-1", "alba", Play.clause("no-fakes", "{\"evidence_standard\": \"beyond doubt\"}"));
    play.bothAccept("offer-1", "no-fakes");
    assertThat(
            now(play, "/accords/" + play.accord())
                .at("/clauses/0/clause/evidence_standard")
                .asString())
        .isEqualTo("beyond doubt");
    String address = play.admitted("{}");

    ok(
        play.party("borea")
            .post(
                address + "/particulars-requests",
                "{\"text\": {\"en\": \"Which letter, and when?\"}}"));
    JsonNode asked = now(play, address);
    ok(
        play.party("alba")
            .post(
                address + "/particulars",
                """
                {"text": {"en": "The letter of May."},
                 "exhibits": [{"id": "copy", "kind": "press", "title": "A copy", "marking": "clear"}]}
                """));
    JsonNode given = now(play, address);

    assertThat(asked.at("/particulars/0/by").asString()).isEqualTo("borea");
    assertThat(asked.has("respond_by")).isFalse();
    assertThat(asked.at("/deadlines/0/deadline").asString()).isEqualTo("response");
    assertThat(asked.at("/deadlines/0/state").asString()).isEqualTo("stopped");
    assertThat(asked.at("/deadlines/1/deadline").asString()).isEqualTo("particulars");
    assertThat(day(asked.at("/deadlines/1/due_by")))
        .isEqualTo(day(asked.at("/particulars/0/filed_on")).plusDays(10));
    assertThat(given.at("/particulars/1/by").asString()).isEqualTo("alba");
    assertThat(given.at("/particulars/1/exhibits/0/id").asString()).isEqualTo("copy");
    assertThat(given.get("deadlines")).hasSize(1);
    assertThat(day(given.get("respond_by")))
        .isEqualTo(
            day(given.at("/particulars/1/filed_on"))
                .plusDays(asked.at("/deadlines/0/days_left").asInt()));
  }

  @Test
  void R36_silence_is_recorded_after_the_last_day_and_is_not_guilt() {
    Play play = keptAfterTheFact();
    String grade = play.cell("borea", "no-fakes").get("grade").asString();
    String address = toldInJune(play);
    assertThat(now(play, address).get("respond_by").asString()).isEqualTo("2014-07-02");

    assertThat(
            play.registrar().post(address + "/non-response", "{\"dated\": \"2014-07-02\"}").code())
        .isEqualTo("deadline_not_passed");
    ok(play.registrar().post(address + "/non-response", "{\"dated\": \"2014-07-03\"}"));

    JsonNode silent = now(play, address);
    assertThat(silent.get("stage").asString()).isEqualTo("unanswered");
    assertThat(silent.get("silent").asBoolean()).isTrue();
    assertThat(silent.get("responses")).isEmpty();
    assertThat(silent.get("findings")).isEmpty();
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.at("/counts/unanswered").asInt()).isEqualTo(1);
    assertThat(cell.get("grade").asString()).isEqualTo(grade);
    assertThat(page(play, address).select("section[aria-labelledby=reply]").text())
        .contains("Silence is recorded as such and is not guilt");
  }

  @Test
  void R37_what_cannot_be_determined_is_never_compliance() {
    Play play = Play.inForce();
    String address = play.admitted("{}");

    play.decided(
        address, Play.opinion(Map.of("forged", "not_determinable"), "not_determinable", null));

    assertThat(now(play, address).at("/findings/0/outcome").asString())
        .isEqualTo("not_determinable");
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.get("grade").asString()).isEqualTo("not_determinable");
    assertThat(cell.at("/counts/finding_not_determinable").asInt()).isEqualTo(1);
    assertThat(cell.at("/counts/finding_no_violation").asInt()).isZero();
    assertThat(cell.has("share")).as("a share of findings that determine nothing").isFalse();
  }

  @Test
  void R39_a_private_inquiry_comes_before_a_public_allegation() {
    Play play = Play.inForce();
    String inquiry =
        created(
                play.party("alba")
                    .post(
                        "/inquiries",
                        """
                        {"accord": "%s", "clause": "no-fakes", "inquirer": "alba", "addressee": "borea",
                         "text": {"en": "Was this yours?"}}
                        """
                            .formatted(play.accord())))
            .header("Location");
    ok(
        play.party("borea")
            .post(inquiry + "/answers", "{\"text\": {\"en\": \"It was a private press.\"}}"));

    JsonNode answered = ok(play.party("alba").getAtHead(inquiry)).json();
    assertThat(answered.get("status").asString()).isEqualTo("answered");
    assertThat(answered.at("/said/1/by").asString()).isEqualTo("borea");
    assertThat(play.registrar().getAtHead(inquiry).status()).isEqualTo(404);
    assertThat(play.ledger().get(inquiry, Map.of("Accept", "application/json")).status())
        .isEqualTo(404);
    assertThat(now(play, "/cases?accord=" + play.accord()).get("items")).isEmpty();

    String address = play.caseOf("{}");
    String caseId = address.substring("/cases/".length());
    ok(play.party("alba").post(inquiry + "/allegation", "{\"alleged\": \"%s\"}".formatted(caseId)));

    JsonNode alleged = ok(play.party("borea").getAtHead(inquiry)).json();
    assertThat(alleged.get("status").asString()).isEqualTo("alleged");
    assertThat(alleged.get("case_id").asString()).isEqualTo(caseId);
    assertThat(now(play, address).toString()).doesNotContain("inquiry");
  }

  @ParameterizedTest
  @CsvSource({"minor, violation", "serious, violation", "grave, serious_violation"})
  void R39_a_finding_has_its_severity_and_a_case_its_milestones(String severity, String grade) {
    Play play = Play.inForce();
    String address = play.admitted("{}");

    play.decided(address, Play.opinion(Map.of("forged", "established"), "established", severity));

    JsonNode it = now(play, address);
    assertThat(it.at("/findings/0/opinion/severity").asString()).isEqualTo(severity);
    assertThat(it.get("milestones").findValuesAsString("stage"))
        .containsExactly("submitted", "notified", "answered", "before_panel", "decided");
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.at("/counts/violation_" + severity).asInt()).isEqualTo(1);
    assertThat(cell.get("grade").asString()).isEqualTo(grade);
    JsonNode tally = now(play, play.path("tally?by=severity&value=" + severity)).get("items");
    assertThat(tally).hasSize(1);
    assertThat(tally.at("/0/counts/finding_violation").asInt()).isEqualTo(1);
  }

  @Test
  void R40_what_the_injured_side_did_is_linked_to_the_case_with_the_days_it_took() {
    Play play = keptAfterTheFact();
    String address = toldInJune(play);
    ok(reacts(play, address, "alba", "sanction", "2014-06-11"));
    ok(play.responds(address, "borea", "{\"kind\": \"not_us\", \"dated\": \"2014-06-21\"}"));
    ok(reacts(play, address, "alba", "charge", "2014-07-01"));

    JsonNode it = now(play, address);

    assertThat(it.get("reactions").findValuesAsString("kind"))
        .containsExactly("sanction", "charge");
    assertThat(it.at("/reactions/0/by").asString()).isEqualTo("alba");
    assertThat(it.at("/reactions/0/on").asString()).isEqualTo("2014-06-11");
    assertThat(it.at("/reactions/0/days_since_allegation").asInt()).isEqualTo(10);
    assertThat(it.at("/reactions/1/days_since_allegation").asInt()).isEqualTo(30);
    assertThat(it.get("days_to_response").asInt()).isEqualTo(20);
    assertThat(it.get("stage").asString()).isEqualTo("answered");
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.get("median_days_to_respond").asDouble())
        .as("from the day borea was notified")
        .isEqualTo(19.0);
    JsonNode times = now(play, play.path("response-times"));
    assertThat(times.at("/items/0/respondent").asString()).isEqualTo("borea");
    assertThat(times.at("/items/0/median_days_from_allegation").asDouble()).isEqualTo(20.0);
    assertThat(times.at("/items/0/median_days_from_notification").asDouble()).isEqualTo(19.0);
    assertThat(times.at("/items/0/median_days_to_reaction").asDouble()).isEqualTo(10.0);
    assertThat(times.at("/cases/0/reaction/kind").asString()).isEqualTo("sanction");
    assertThat(times.at("/cases/0/responded").asString()).isEqualTo("2014-06-21");
    assertThat(times.at("/cases/0/state").asString()).isEqualTo("answered");
    assertThat(cell.get("grade").asString()).isEqualTo("not_monitored");
    assertThat(reacts(play, address, "borea", "statement", "2014-07-02").code())
        .isEqualTo("not_injured");
  }

  private static HttpAnswer reacts(
      Play play, String address, String party, String kind, String day) {
    return play.party(party)
        .post(
            address + "/reactions",
            """
            {"by": "%s", "kind": "%s", "on": "%s", "title": "A reaction", "dated": "%s"}
            """
                .formatted(party, kind, day, day));
  }

  @Test
  void R43_a_case_page_can_be_cited_and_gives_reply_and_dissent_equal_place() {
    Play play = Play.inForce();
    String address = play.admitted("{}");
    ok(
        play.responds(
            address,
            "borea",
            "{\"kind\": \"not_us\", \"text\": {\"en\": \"We had no part in it.\"}}"));
    long before = play.ledger().head();
    play.seated(address);
    ok(play.votes(address, 0, Play.violation()));
    ok(play.votes(address, 1, Play.violation()));
    ok(play.votes(address, 2, dissent("The letter may be genuine.")));
    ok(play.adopts(address));

    Document page = page(play, address);

    assertThat(page.select(".sides > section").eachAttr("aria-labelledby"))
        .containsExactly("allegation", "reply");
    assertThat(page.select("section[aria-labelledby=reply]").text())
        .contains("We had no part in it.");
    assertThat(page.select("section[aria-labelledby=findings] h4").eachText())
        .containsExactly("Reasons", "Dissent of judge-2");
    assertThat(page.select("section[aria-labelledby=findings]").text())
        .contains("For these reasons.", "The letter may be genuine.");
    String found = now(play, address).at("/findings/0/position").asString();
    assertThat(page.select("#p" + found).text()).contains("Finding adopted");
    Document cited = page(play, address + "?as_of=" + before);
    assertThat(cited.select(".banner.past").text()).contains("viewing the past");
    assertThat(cited.select("section[aria-labelledby=reply]").text())
        .contains("We had no part in it.");
    assertThat(cited.select("section[aria-labelledby=findings]").text())
        .contains("No finding was made");
  }

  /** Another opinion than that of the others, and the words that go with the vote. */
  private static String dissent(String words) {
    return Play.opinion(Map.of("forged", "not_established"), "not_established", null)
        + ", \"dissent\": {\"en\": \"%s\"}".formatted(words);
  }

  @Test
  void R43_a_clause_page_can_be_cited_as_it_read_then_and_says_by_which_method_it_is_graded() {
    Play play = Play.inForce();
    long before = play.ledger().head();
    play.offer(
        "offer-2",
        "borea",
        Play.clause("no-fakes", "{\"text\": {\"en\": \"Nor do they spread forged films.\"}}"));
    play.bothAccept("offer-2", "no-fakes");

    String accord = "/accords/" + play.accord();
    String clauses = "section[aria-labelledby=clauses]";
    assertThat(page(play, accord).select(clauses).text())
        .contains("Version 1", "Version 2", "Nor do they spread forged films.");
    assertThat(page(play, accord + "?as_of=" + before).select(clauses).text())
        .contains("Version 1", "The parties do not spread forged documents.")
        .doesNotContain("Version 2", "forged films");
    Document cell = page(play, "/cells/%s/borea/no-fakes".formatted(play.accord()));
    assertThat(cell.select("blockquote").text()).contains("forged films");
    assertThat(cell.select("section[aria-labelledby=grade]").text())
        .contains("Scoring method 1", "Nobody has declared to monitor this clause");
    assertThat(cell.select(".crumbs a").eachAttr("href")).contains(accord);
  }

  /** Its clause holds since 2014, and acts under it may bear their own days. */
  private static Play keptAfterTheFact() {
    Play play = Play.drafted("{\"retrospective\": true}");
    play.offer("offer-1", "alba", Play.clause("no-fakes", "{\"effective_from\": \"2014-01-01\"}"));
    play.bothAccept("offer-1", "no-fakes");
    return play;
  }

  /** Alleged on 1 June 2014; borea was told the day after and had thirty days. */
  private static String toldInJune(Play play) {
    String allegation =
        Play.object(
                play.allegation(
                    "{\"occurred\": {\"from\": \"2014-05-01\", \"precision\": \"day\"}}"))
            .put("dated", "2014-06-01")
            .toString();
    String address = created(play.party("alba").post("/cases", allegation)).header("Location");
    ok(play.registrar().post(address + "/admission", "{\"dated\": \"2014-06-02\"}"));
    return address;
  }

  private static LocalDate day(JsonNode day) {
    return LocalDate.parse(day.asString());
  }

  /** Reads once the view behind this very address has everything. */
  private static JsonNode now(Play play, String path) {
    return play.read(
        path + (path.contains("?") ? "&" : "?") + "min_position=" + play.ledger().head());
  }

  /** A page as the public gets it, once all views have everything. */
  private static Document page(Play play, String path) {
    play.answer("/accords/%s?min_position=%d".formatted(play.accord(), play.ledger().head()));
    HttpAnswer page = ok(play.ledger().get(path, Map.of("Accept", "text/html")));
    return Jsoup.parse(page.response().body());
  }
}
