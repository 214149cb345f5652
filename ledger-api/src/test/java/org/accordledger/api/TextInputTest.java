package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accordledger.core.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Texts of every language and length come back as they were filed, or are refused by their place.
 */
class TextInputTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TestLedger LEDGER = TestLedger.shared();
  private static final Scenario SCENARIO = new Scenario(LEDGER);
  private static final int MOST = 100_000;

  @BeforeAll
  static void an_accord_is_in_force() {
    SCENARIO.inForce();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ar, رسالة مزورة نُشرت قبل يوم من الاقتراع",
    "he, מכתב מזויף פורסם יום לפני ההצבעה",
    "ru, Поддельное письмо опубликовано накануне голосования",
    "zh-Hant, 投票前一天公布了一封偽造的信",
    "hi, मतदान से एक दिन पहले एक जाली पत्र",
    "fa, نامه‌ای جعلی منتشر شد",
    "en, left \u202eright\u202c \u2067isolated\u2069 \u200fmarked",
    "de, e\u0301 is two characters and 🏛️ more than one"
  })
  void a_narrative_of_any_language_comes_back_and_is_shown_apart(String language, String text) {
    ObjectNode body = body();
    allegation(body).putObject("narrative").put(language, text);

    String address = filed(body);

    JsonNode narrative = read(address).at("/allegation/narrative/0");
    assertThat(narrative.get("language").asString()).isEqualTo(language);
    assertThat(narrative.get("text").asString()).isEqualTo(text);
    assertThat(content(narrative)).isEqualTo(text);
    Document page = page(address);
    assertThat(page.select(".said[dir=auto][lang=" + language + "]").text()).isEqualTo(plain(text));
  }

  @Test
  void a_title_of_right_to_left_letters_is_shown_apart_from_what_stands_around_it() {
    String title = "رسالة مزورة (1)";
    ObjectNode body = body();
    allegation(body).put("title", title);

    String address = filed(body);

    assertThat(read(address).at("/allegation/title").asString()).isEqualTo(title);
    assertThat(page(address).select("h1 bdi, h1[dir=auto]").text()).contains(title);
    Document list = page("/cases?accord=" + SCENARIO.accord());
    assertThat(list.select("bdi:containsOwn(" + title + "), [dir=auto]:containsOwn(رسالة)"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u202eturned", "\u2066isolated", "two\nlines", "bell\u0007", "next\u2028"})
  void a_title_that_could_pass_for_another_is_refused_by_its_place(String title) {
    ObjectNode body = body();
    allegation(body).put("title", title);

    isRefused(body, "/allegation/title");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ש", "🏛"})
  void a_narrative_of_the_most_characters_is_taken_and_one_more_is_refused(String character) {
    ObjectNode body = body();
    allegation(body).putObject("narrative").put("en", character.repeat(MOST));
    assertThat(content(read(filed(body)).at("/allegation/narrative/0")))
        .isEqualTo(character.repeat(MOST));

    allegation(body).putObject("narrative").put("en", character.repeat(MOST + 1));
    isRefused(body, "/allegation/narrative/en");
  }

  @Test
  void a_hypothesis_and_a_reason_have_the_same_bound() {
    ObjectNode body = body();
    allegation(body).putArray("hypotheses").add("It was so.").add("x".repeat(MOST + 1));
    isRefused(body, "/allegation/hypotheses/1");

    HttpAnswer answer =
        SCENARIO
            .as(Role.PARTY, "borea")
            .post(
                SCENARIO.path("refusals"),
                "{\"offer\": \"offer-1\", \"party\": \"borea\", \"items\": [\"no-fakes\"],"
                    + " \"reason\": \"%s\"}".formatted("x".repeat(MOST + 1)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
    assertThat(answer.json().get("detail").asString()).contains("at most 100000 characters");
  }

  @Test
  void an_act_that_no_library_lists_is_kept_as_it_was_said() {
    ObjectNode body = body();
    allegation(body).putArray("acts").add("acte-inédit").add("не названо");

    assertThat(read(filed(body)).at("/allegation/acts").toString())
        .isEqualTo("[\"acte-inédit\",\"не названо\"]");
  }

  @Test
  void a_disclosure_before_the_conduct_is_kept_as_it_was_said() {
    ObjectNode body = body();
    allegation(body).put("disclosed", "2019-12-31");

    JsonNode allegation = read(filed(body)).get("allegation");

    assertThat(allegation.get("disclosed").asString()).isEqualTo("2019-12-31");
    assertThat(allegation.get("disclosed_before_conduct").asBoolean()).isTrue();
    assertThat(allegation.at("/occurred/from").asString()).isGreaterThan("2019-12-31");
  }

  private static ObjectNode body() {
    return (ObjectNode) JSON.readTree(SCENARIO.allegation(null));
  }

  private static ObjectNode allegation(ObjectNode body) {
    return (ObjectNode) body.get("allegation");
  }

  private static String filed(ObjectNode body) {
    return created(SCENARIO.as(Role.PARTY, "alba").post("/cases", body.toString()))
        .header("Location");
  }

  private static void isRefused(ObjectNode body, String pointer) {
    long before = LEDGER.head();
    HttpAnswer answer = SCENARIO.as(Role.PARTY, "alba").post("/cases", body.toString());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(LEDGER.head()).isEqualTo(before);
  }

  private static String content(JsonNode narrative) {
    return ok(LEDGER.get("/contents/" + narrative.get("content").asString(), Map.of()))
        .response()
        .body();
  }

  /** Once every view has what is stored. */
  private static JsonNode read(String address) {
    String wait = (address.contains("?") ? "&" : "?") + "min_position=" + LEDGER.head();
    return ok(LEDGER.get(address + wait, Map.of("Accept", "application/json"))).json();
  }

  private static Document page(String address) {
    read(address);
    HttpAnswer answer = ok(LEDGER.get(address, Map.of("Accept", "text/html")));
    return Jsoup.parse(answer.response().body());
  }

  /** As a parser of pages gives a text back. */
  private static String plain(String text) {
    return Jsoup.parse("<p>" + text + "</p>").text();
  }
}
