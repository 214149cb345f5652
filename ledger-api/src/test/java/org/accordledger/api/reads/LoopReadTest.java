package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The line of offers, answers and accusations over HTTP. */
class LoopReadTest {
  private final Story story = new Story();
  private final int year = LocalDate.now(ZoneOffset.UTC).getYear();

  @Test
  void what_was_said_stands_on_one_line_with_its_words_and_its_address() {
    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "We had no part in it.");

    JsonNode items = loop("").get("items");

    assertThat(items.findValuesAsString("kind"))
        .containsExactly("offer", "acceptance", "acceptance", "allegation", "response");
    JsonNode offer = items.get(0);
    assertThat(offer.get("by").asString()).isEqualTo("alba");
    assertThat(offer.has("against")).isFalse();
    assertThat(offer.at("/clauses/0").asString()).isEqualTo("no-fakes");
    assertThat(offer.get("address").asString()).isEqualTo(path("offers/offer-1/chain"));
    ok(story.read(offer.get("address").asString()));
    assertThat(items.at("/2/by").asString()).isEqualTo("borea");
    assertThat(items.at("/2/against").asString()).isEqualTo("alba");
    JsonNode allegation = items.get(3);
    assertThat(allegation.get("address").asString()).isEqualTo("/cases/" + id);
    assertThat(allegation.get("title").asString()).isEqualTo("A forged letter");
    assertThat(allegation.at("/words/0/text").asString()).isEqualTo("A letter was forged.");
    assertThat(allegation.get("recorded_at").asString())
        .startsWith(allegation.get("day").asString());
    assertThat(items.at("/4/by").asString()).isEqualTo("borea");
    assertThat(items.at("/4/response").asString()).isEqualTo("not_us");
    assertThat(items.at("/4/words/0/text").asString()).isEqualTo("We had no part in it.");
  }

  @Test
  void counteroffers_lapses_and_withdrawals_are_told_with_whose_offer_they_are_about() {
    Client alba = story.scenario().as(Role.PARTY, "alba");
    Client borea = story.scenario().as(Role.PARTY, "borea");
    offer(alba, "offers", "\"offer\": \"second\", \"offered_by\": \"alba\"");
    offer(
        borea,
        "counteroffers",
        "\"offer\": \"third\", \"in_answer_to\": \"second\", \"offered_by\": \"borea\"");
    ok(
        alba.post(
            path("offer-lapses"),
            "{\"offer\": \"second\", \"on\": \"%s\", \"ground\": \"overtaken\"}"
                .formatted(LocalDate.now(ZoneOffset.UTC))));
    ok(
        borea.post(
            path("offer-withdrawals"), "{\"offer\": \"third\", \"reason\": \"Nobody answered.\"}"));

    JsonNode items = now("?year=" + year).get("items");

    List<String> told = new ArrayList<>();
    for (JsonNode item : items) {
      told.add(
          "%s %s %s %s"
              .formatted(
                  item.path("by").asString("nobody"),
                  item.get("kind").asString(),
                  item.get("offer").asString(),
                  item.path("against").asString("nobody")));
    }
    assertThat(told.subList(3, told.size()))
        .containsExactly(
            "alba offer second nobody",
            "borea counteroffer third alba",
            "nobody lapse second alba",
            "borea offer_withdrawal third nobody");
    assertThat(items.at("/6/words/0/text").asString()).isEqualTo("Nobody answered.");
    assertThat(now("?year=" + (year - 1)).get("items")).isEmpty();
  }

  private void offer(Client party, String act, String fields) {
    ok(
        party.post(
            path(act),
            """
            {%s, "severable": true, "items": [
              {"code": "quiet", "basket": "media", "kind": "prohibition", "text": {"en": "Be quiet."},
               "verifiability": "d", "entry": {"needs": "all_parties"}}]}
            """
                .formatted(fields)));
  }

  @Test
  void nobody_learns_of_a_restricted_case_more_than_that_there_is_one() {
    story.submit();
    String hidden = story.submit("\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n");
    story.admit(hidden);
    story.respond(hidden, "not_us", "No.");

    HttpAnswer outside = ok(story.read(path("loop?party=alba")));
    assertThat(outside.response().body()).doesNotContain(hidden);
    assertThat(outside.json().get("left_out").asLong()).isEqualTo(1);
    JsonNode count = outside.json().at("/counts/0");
    assertThat(count.get("body").asString()).isEqualTo("alba");
    assertThat(count.get("year").asInt()).isEqualTo(year);
    assertThat(count.at("/by/allegation").asLong()).isEqualTo(1);
    assertThat(count.at("/against").has("response")).isFalse();
    assertThat(outside.json().get("counts")).hasSize(1);

    JsonNode inside =
        ok(story.read(path("loop"), "application/json", story.token(Role.REGISTRAR, null))).json();
    assertThat(inside.get("left_out").asLong()).isZero();
    assertThat(inside.at("/counts/0/by/allegation").asLong()).isEqualTo(2);
    assertThat(inside.at("/counts/0/against/response").asLong()).isEqualTo(1);
  }

  @Test
  void it_is_read_page_by_page_as_of_a_point_and_for_incidents_of_some_months() {
    long before = story.position();
    story.submit();
    story.submit();
    long after = story.position();
    List<String> whole = loop("?as_of=" + after).get("items").findValuesAsString("position");
    story.submit();

    List<String> paged = new ArrayList<>();
    String next = "";
    do {
      HttpAnswer page = ok(story.read(path("loop?limit=2&as_of=" + after + next)));
      assertThat(page.header("Ledger-Position")).isEqualTo(Long.toString(after));
      paged.addAll(page.json().get("items").findValuesAsString("position"));
      assertThat(page.header("Link").isEmpty()).isEqualTo(!page.json().has("next"));
      next = page.json().has("next") ? "&cursor=" + page.json().get("next").asString() : "";
    } while (!next.isEmpty());

    assertThat(paged).isEqualTo(whole).hasSize(5);
    assertThat(loop("?as_of=" + before).get("items")).hasSize(3);
    assertThat(loop("?incidents=1999-01..1999-12").get("items")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"year,99", "party,NO", "incidents,x", "as_of,x", "limit,0", "cursor,!", "clause,x"})
  void a_wrong_parameter_is_named(String name, String value) {
    HttpAnswer answer = story.read(path("loop?" + name + "=" + value));

    assertThat(answer.code()).isEqualTo("invalid_parameter");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(name);
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    String strange =
        Base64.getUrlEncoder().encodeToString("2|x".getBytes(StandardCharsets.US_ASCII));

    assertThat(story.read(path("loop?cursor=" + strange)).json().get("parameter").asString())
        .isEqualTo("cursor");
    assertThat(story.read("/accords/accord-none/loop").status()).isEqualTo(404);
  }

  private JsonNode loop(String query) {
    return ok(story.read(path("loop") + query)).json();
  }

  private JsonNode now(String query) {
    return ok(story.scenario().nobody().getAtHead(path("loop") + query)).json();
  }

  private String path(String act) {
    return story.scenario().path(act);
  }
}
