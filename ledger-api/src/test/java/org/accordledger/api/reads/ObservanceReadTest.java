package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An accord in force is reserved, suspended, left, read and watched, over HTTP. */
class ObservanceReadTest {
  private final Story story = new Story();
  private final String today = LocalDate.now(ZoneOffset.UTC).toString();
  private long position;

  @Test
  void whoever_reads_an_accord_sees_its_reservations_and_a_case_is_ruled_on_by_their_text() {
    act(
        "alba",
        "understandings",
        "{'party': 'alba', 'clause': 'no-fakes', 'text': {'en': 'Satire is no forgery.'}}");
    act(
        "borea",
        "reservations",
        "{'party': 'borea', 'clause': 'no-fakes', 'text': {'en': 'Not in time of war.'}}");
    JsonNode accord = accord();
    assertThat(accord.get("status").asString()).isEqualTo("in_force");
    assertThat(accord.at("/observance/statements/0/kind").asString()).isEqualTo("understanding");
    assertThat(accord.at("/observance/statements/1/text/en").asString())
        .isEqualTo("Not in time of war.");
    assertThat(story.page("/accords/" + story.accord()).response().body())
        .contains("Not in time of war.", "Satire is no forgery.");

    String id = story.submit();
    ok(
        registrar(
            "/cases/" + id + "/inadmissibility",
            "{'ground': 'reservation_applies', 'rests_on': 'The letter is of a war.'}"));
    JsonNode ruled = story.read("/cases/" + id + "?min_position=" + position).json();
    assertThat(ruled.at("/inadmissibility/rests_on").asString())
        .contains("reservation 2 of borea", "Not in time of war.");
  }

  @Test
  void conduct_of_a_suspended_clause_is_inadmissible_at_once_and_the_ground_is_told() {
    act(
        "borea",
        "suspensions",
        "{'party': 'borea', 'from': '%s', 'ground': 'The other side does not perform.'}");
    String id = story.submit();
    JsonNode it = story.read("/cases/" + id).json();
    assertThat(it.get("stage").asString()).isEqualTo("inadmissible");
    assertThat(it.at("/inadmissibility/ground").asString()).isEqualTo("clause_suspended");
    JsonNode accord = accord();
    assertThat(accord.get("status").asString()).isEqualTo("suspended");
    assertThat(accord.at("/observance/releases/0/reason/text").asString())
        .isEqualTo("The other side does not perform.");
    act("borea", "resumptions", "{'party': 'borea', 'from': '%s'}");
    assertThat(story.read("/cases/" + story.submit()).json().get("stage").asString())
        .isEqualTo("submitted");
  }

  @Test
  void an_accord_ends_by_all_and_nothing_can_be_alleged_after() {
    act("alba", "terminations", "{'party': 'alba', 'effective': '%s', 'reason': 'It is done.'}");
    assertThat(accord().get("status").asString()).isEqualTo("in_force");
    act("borea", "terminations", "{'party': 'borea', 'effective': '%s', 'reason': 'Agreed.'}");
    JsonNode accord = accord();
    assertThat(accord.get("status").asString()).isEqualTo("terminated");
    assertThat(accord.at("/observance/ends").size()).isEqualTo(2);
    assertThat(
            story.read("/cases/" + story.submit()).json().at("/inadmissibility/ground").asString())
        .isEqualTo("not_in_force");
    HttpAnswer refused =
        story
            .scenario()
            .as(Role.PARTY, "alba")
            .post(
                story.scenario().path("reservations"),
                "{\"party\": \"alba\", \"clause\": \"no-fakes\", \"text\": {\"en\": \"no\"}}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("code").asString()).isEqualTo("accord_terminated");
  }

  @Test
  void two_readings_of_a_term_stand_side_by_side_and_a_finding_cites_the_glossary() {
    act(
        "alba",
        "term-agreements",
        "{'party': 'alba', 'term': 'document', 'language': 'en', 'reading': 'Any text.'}");
    act(
        "borea",
        "term-disputes",
        "{'party': 'borea', 'term': 'document', 'language': 'en', 'version': 1,"
            + " 'reading': 'A signed text.'}");
    JsonNode reading = accord().at("/observance/glossary/readings/0");
    assertThat(reading.get("sharing").asString()).isEqualTo("disputed");
    assertThat(reading.at("/stands/1/own").asString()).isEqualTo("A signed text.");

    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "No.");
    story.decide(id, "It was.");
    JsonNode cited = story.read("/cases/" + id).json().at("/findings/0/cited");
    assertThat(cited.get("glossary_version").asInt()).isEqualTo(2);
    assertThat(cited.get("clause_version").asInt()).isEqualTo(1);
  }

  @Test
  void what_nobody_monitors_is_told_as_of_any_position() {
    String path = "/accords/" + story.accord() + "/uncovered";
    assertThat(story.read(path).json().at("/items/0/clause").asString()).isEqualTo("no-fakes");
    wrote(
        registrar(
            story.scenario().path("coverage"),
            "{'clause': 'no-fakes', 'body': 'corsia', 'since': '2015-01-01'}"));
    long covered = position;
    assertThat(story.read(path + "?min_position=" + covered).json().get("items").isEmpty())
        .isTrue();
    wrote(
        registrar(
            story.scenario().path("coverage-withdrawals"),
            "{'clause': 'no-fakes', 'body': 'corsia', 'from': '2016-01-01'}"));
    JsonNode after = story.read(path + "?min_position=" + position).json();
    assertThat(after.at("/items/0/covered_until").asString()).isEqualTo("2015-12-31");
    assertThat(story.read(path + "?as_of=" + covered).json().get("items").isEmpty()).isTrue();
    assertThat(story.read("/accords/accord-not-there/uncovered").status()).isEqualTo(404);
  }

  @Test
  void what_was_filed_and_upheld_is_told_per_pair_and_an_outsider_sees_nothing_restricted() {
    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "No.");
    long before = story.position();
    story.decide(id, "It was.");
    story.submit("\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n");
    String path = "/accords/" + story.accord() + "/reciprocity";
    JsonNode items = story.read(path + "?min_position=" + story.position()).json().get("items");
    assertThat(items.size()).isEqualTo(1);
    assertThat(items.at("/0/complainant").asString()).isEqualTo("alba");
    assertThat(items.at("/0/respondent").asString()).isEqualTo("borea");
    assertThat(items.at("/0/filed").asInt()).isEqualTo(1);
    assertThat(items.at("/0/upheld").asInt()).isEqualTo(1);
    assertThat(story.read(path + "?as_of=" + before).json().at("/items/0/open").asInt())
        .isEqualTo(1);
    assertThat(
            story
                .read(path, "application/json", story.token(Role.REGISTRAR, null))
                .json()
                .at("/items/0/filed")
                .asInt())
        .isEqualTo(2);
  }

  private void act(String party, String act, String body) {
    wrote(story.scenario().as(Role.PARTY, party).post(story.scenario().path(act), json(body)));
  }

  private HttpAnswer registrar(String path, String body) {
    return wrote(story.scenario().as(Role.REGISTRAR, null).post(path, json(body)));
  }

  private HttpAnswer wrote(HttpAnswer answer) {
    position = Math.max(position, ok(answer).json().get("position").asLong());
    return answer;
  }

  private JsonNode accord() {
    return story.read("/accords/" + story.accord() + "?min_position=" + position).json();
  }

  private String json(String body) {
    return body.replace('\'', '"').replace("%s", today);
  }
}
