package org.accordledger.api.reads;

import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.Counter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseReadTest {

  private final Story story = new Story();

  @Test
  void a_case_shows_both_sides_and_its_etag_is_what_a_write_has_to_name() {
    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "We had no part in it.");
    HttpAnswer answer = story.read("/cases/" + id);
    JsonNode it = answer.json();
    assertThat(answer.header("ETag")).isEqualTo("\"" + it.get("version").asLong() + "\"");
    assertThat(it.get("stage").asString()).isEqualTo("answered");
    assertThat(it.at("/allegation/narrative/0/text").asString()).isEqualTo("A letter was forged.");
    assertThat(it.at("/responses/0/kind").asString()).isEqualTo("not_us");
    assertThat(it.at("/responses/0/text/0/text").asString()).isEqualTo("We had no part in it.");
    assertThat(story.readIfNoneMatch("/cases/" + id, answer.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void a_case_as_of_an_earlier_position_does_not_know_what_came_later() {
    String id = story.submit();
    long before = story.position();
    story.admit(id);
    JsonNode past = story.read("/cases/" + id + "?as_of=" + before).json();
    assertThat(past.get("stage").asString()).isEqualTo("submitted");
    assertThat(past.get("version").asLong()).isZero();
    assertThat(story.read("/cases/" + id + "?as_of=0").status()).isEqualTo(404);
  }

  @Test
  void the_timeline_tells_every_event_in_order_with_its_texts() {
    String id = story.submit();
    story.admit(id);
    story.respond(id, "no_facts", "Nothing was shown.");
    JsonNode items = story.read("/cases/" + id + "/timeline").json().get("items");
    assertThat(items.valueStream().map(one -> one.get("type").asString()))
        .containsExactly(
            "case.allegation_submitted.v2",
            "case.case_admitted.v1",
            "case.respondent_notified.v1",
            "case.response_filed.v2");
    assertThat(items.get(3).at("/texts/0/text").asString()).isEqualTo("Nothing was shown.");
    assertThat(items.get(3).get("role").asString()).isEqualTo("party");
    assertThat(items.get(3).get("body").asString()).isEqualTo("borea");
  }

  @Test
  void cases_are_listed_by_accord_respondent_clause_stage_and_counter() {
    String first = story.submit();
    String second = story.submit();
    story.admit(second);
    String accord = "/cases?accord=" + story.accord();
    assertThat(ids(story.read(accord))).containsExactly(second, first);
    assertThat(ids(story.read(accord + "&stage=submitted"))).containsExactly(first);
    assertThat(ids(story.read(accord + "&respondent=alba"))).isEmpty();
    assertThat(
            ids(story.read(accord + "&respondent=borea&clause=no-fakes&counter=awaiting_response")))
        .containsExactly(second);
  }

  @Test
  void the_pages_of_a_list_follow_one_another() {
    String first = story.submit();
    String second = story.submit();
    HttpAnswer page = story.read("/cases?limit=1&accord=" + story.accord());
    assertThat(ids(page)).containsExactly(second);
    String link = page.header("Link");
    assertThat(link).startsWith("</cases?").endsWith("rel=\"next\"");
    String address = link.substring(1, link.indexOf('>'));
    assertThat(ids(story.read(address))).containsExactly(first);
  }

  @Test
  void a_restricted_case_is_nowhere_for_those_who_may_not_know_of_it() {
    String hidden = story.submit(marked("amber"));
    String open = story.submit();
    HttpAnswer list = story.read("/cases?accord=" + story.accord());
    assertThat(ids(list)).containsExactly(open);
    assertThat(list.json().get("left_out").asLong()).isEqualTo(1);
    JsonNode scorecard = story.read("/scorecard?accord=" + story.accord()).json();
    assertThat(scorecard.get("left_out").asLong()).isEqualTo(1);
    assertThat(
            scorecard
                .get("cells")
                .valueStream()
                .mapToLong(c -> c.at("/counts/alleged").asLong())
                .sum())
        .isEqualTo(1);
    assertThat(story.read("/cases/" + hidden).status()).isEqualTo(404);
    assertThat(story.read("/cases/" + hidden + "/timeline").status()).isEqualTo(404);
    assertThat(story.page("/cases/" + hidden).status()).isEqualTo(404);
    assertThat(ids(story.read("/cases?limit=200"))).doesNotContain(hidden);
  }

  @Test
  void how_many_cases_are_hidden_tells_nothing_of_what_became_of_them() {
    story.admit(story.submit(marked("amber")));
    story.submit();
    String cases = "/cases?accord=%s&respondent=borea&clause=no-fakes".formatted(story.accord());
    for (Counter counter : Counter.values()) {
      assertThat(leftOut(cases + "&counter=" + counter.code())).as(counter.code()).isEqualTo(1);
      assertThat(leftOut(story.cell("borea") + "?incidents=1999-01&counter=" + counter.code()))
          .as(counter.code())
          .isEqualTo(1);
    }
    for (Stage stage : Stage.values()) {
      assertThat(leftOut(cases + "&stage=" + stage.code())).as(stage.code()).isEqualTo(1);
    }
    assertThat(leftOut("/scorecard?incidents=1999-01&accord=" + story.accord())).isEqualTo(1);
    assertThat(leftOut("/cases?respondent=alba&accord=" + story.accord())).isEqualTo(1);
    assertThat(leftOut(story.cell("alba"))).isEqualTo(1);
  }

  private long leftOut(String path) {
    return story.read(path).json().get("left_out").asLong();
  }

  @Test
  void a_restricted_case_is_open_to_its_sides_and_to_those_who_run_the_accord() {
    String hidden = story.submit(marked("red"));
    String json = "application/json";
    assertThat(status(hidden, json, story.token(Role.PARTY, "borea"))).isEqualTo(200);
    assertThat(status(hidden, json, story.token(Role.PARTY, "alba"))).isEqualTo(200);
    assertThat(status(hidden, json, story.token(Role.REGISTRAR, null))).isEqualTo(200);
    assertThat(status(hidden, json, story.token(Role.MONITOR, "watchers"))).isEqualTo(404);
    HttpAnswer registrar = story.read("/cases/" + hidden, json, story.token(Role.REGISTRAR, null));
    assertThat(registrar.json().at("/allegation/narrative/0/text").asString())
        .isEqualTo("A letter was forged.");
  }

  private int status(String id, String accept, String token) {
    return story.read("/cases/" + id, accept, token).status();
  }

  @Test
  void a_restricted_exhibit_is_left_out_of_an_open_case_and_counted() {
    String id =
        story.submit(
            "\"id\": \"letter\", ",
            "",
            "\"title\": \"The letter\", \"marking\": \"clear\"",
            "\"title\": \"The letter\", \"marking\": \"amber\"");
    JsonNode it = story.read("/cases/" + id).json();
    assertThat(it.at("/allegation/exhibits")).isEmpty();
    assertThat(it.get("exhibits_withheld").asInt()).isEqualTo(1);
    assertThat(story.read("/cases/" + id + "/timeline").response().body())
        .doesNotContain("The letter");
    JsonNode registrar =
        story.read("/cases/" + id, "application/json", story.token(Role.REGISTRAR, null)).json();
    assertThat(registrar.at("/allegation/exhibits/0/title").asString()).isEqualTo("The letter");
    String ref = registrar.at("/allegation/exhibits/0/content").asString();
    assertThat(story.read("/contents/" + ref, "*/*", null).status()).isEqualTo(404);
  }

  @Test
  void a_filed_text_is_served_as_an_attachment_that_no_browser_shows() {
    String id = story.submit();
    JsonNode exhibit = story.read("/cases/" + id).json().at("/allegation/exhibits/0");
    HttpAnswer file = story.read("/contents/" + exhibit.get("content").asString(), "*/*", null);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.response().body()).isEqualTo("Dear all");
    assertThat(file.header("Content-Disposition")).startsWith("attachment;");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Content-Security-Policy")).contains("sandbox");
  }

  @Test
  void a_restricted_text_is_not_served_to_everybody() {
    String id = story.submit(marked("amber"));
    JsonNode it =
        story.read("/cases/" + id, "application/json", story.token(Role.REGISTRAR, null)).json();
    String ref = it.at("/allegation/narrative/0/content").asString();
    assertThat(story.read("/contents/" + ref, "*/*", null).status()).isEqualTo(404);
  }

  @Test
  void an_accord_tells_what_was_offered_and_answered() {
    JsonNode it = story.read("/accords/" + story.accord()).json();
    assertThat(it.at("/offers/0/answers").valueStream().map(one -> one.get("kind").asString()))
        .containsExactly("accepted", "accepted");
    assertThat(it.at("/clauses/0/clause/code").asString()).isEqualTo("no-fakes");
    assertThat(story.read("/accords?limit=200").json().get("items").valueStream())
        .anyMatch(one -> one.get("accord").asString().equals(story.accord()));
  }

  /** The case's own marking, and not that of its exhibits. */
  private static String[] marked(String marking) {
    return new String[] {
      "\"marking\": \"clear\", \n", "\"marking\": \"" + marking + "\", \n",
    };
  }

  private static java.util.List<String> ids(HttpAnswer answer) {
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(one -> one.get("case_id").asString())
        .toList();
  }
}
