package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clocks, particulars, replies, later evidence and reactions over HTTP, and how a case is read. */
class DueProcessReadTest {
  private static final String TEXT = "{\"text\": {\"en\": \"Which letter, and when?\"}}";

  private final Scenario scenario = new Scenario(TestLedger.shared()).inForce();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @Test
  void a_case_shows_what_is_due_and_what_the_sides_said() {
    String address = notified();

    ok(respondent().post(address + "/particulars-requests", TEXT));
    assertThat(read(address).at("/deadlines/0/state").asString()).isEqualTo("stopped");
    assertThat(read(address).at("/deadlines/0/days_left").asInt()).isEqualTo(30);
    assertThat(read(address).has("respond_by")).isFalse();
    assertThat(read(address).at("/deadlines/1/deadline").asString()).isEqualTo("particulars");

    ok(complainant().post(address + "/particulars", "{\"text\": {\"ar\": \"رسالة مزورة\"}}"));
    ok(
        registrar()
            .post(
                address + "/extensions",
                "{\"deadline\": \"response\", \"days\": 15, \"reason\": {\"en\": \"A"
                    + " holiday.\"}}"));
    assertThat(read(address).get("respond_by").asString()).isEqualTo(today.plusDays(45).toString());

    ok(respondent().post(address + "/responses", "{\"kind\": \"not_us\"}"));
    ok(complainant().post(address + "/replies", "{\"text\": {\"en\": \"It was.\"}}"));
    ok(
        complainant()
            .post(
                address + "/reactions",
                """
                {"by": "alba", "kind": "sanction", "on": "%s", "title": "An asset freeze"}
                """
                    .formatted(today)));
    JsonNode it = read(address);

    assertThat(it.at("/particulars/0/by").asString()).isEqualTo("borea");
    assertThat(it.at("/particulars/1/text/0/text").asString()).isEqualTo("رسالة مزورة");
    assertThat(it.at("/replies/0/text/0/text").asString()).isEqualTo("It was.");
    assertThat(it.at("/reactions/0/days_since_allegation").asInt(-1)).isZero();
    assertThat(it.get("days_to_response").asInt()).isZero();
    assertThat(it.get("milestones").valueStream().map(m -> m.get("stage").asString()))
        .containsExactly("submitted", "notified", "answered");
    assertThat(it.get("deadlines")).isEmpty();
  }

  @Test
  void a_suspended_case_rests_and_says_so() {
    String address = notified();

    ok(registrar().post(address + "/suspension", "{\"reason\": {\"en\": \"Talks.\"}}"));
    assertThat(read(address).get("stage").asString()).isEqualTo("suspended");
    assertThat(respondent().post(address + "/responses", "{\"kind\": \"not_us\"}").code())
        .isEqualTo("wrong_stage");

    ok(registrar().post(address + "/resumption", "{}"));
    assertThat(read(address).get("stage").asString()).isEqualTo("notified");
    assertThat(read(address).get("respond_by").asString()).isEqualTo(today.plusDays(30).toString());
  }

  @Test
  void a_refusal_names_the_field_and_changes_nothing() {
    String address = notified();

    HttpAnswer tooLong =
        registrar()
            .post(
                address + "/extensions",
                "{\"deadline\": \"response\", \"days\": 16, \"reason\": {\"en\": \"More.\"}}");
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.code()).isEqualTo("extension_too_long");
    assertThat(tooLong.json().at("/errors/0/pointer").asString()).isEqualTo("/days");
    HttpAnswer early = registrar().post(address + "/lapses", "{\"deadline\": \"response\"}");
    assertThat(early.code()).isEqualTo("deadline_not_passed");
    HttpAnswer silent = respondent().post(address + "/particulars-requests", "{}");
    assertThat(silent.json().at("/errors/0/pointer").asString()).isEqualTo("/text");
    assertThat(read(address).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void a_reader_gets_no_later_exhibit_that_is_marked_above_what_it_may_see() {
    String address = notified();
    ok(respondent().post(address + "/responses", "{\"kind\": \"did_not_happen\"}"));
    ok(
        complainant()
            .post(
                address + "/corroborations",
                """
                {"exhibits": [
                  {"id": "open", "kind": "press", "title": "An open one", "marking": "clear"},
                  {"kind": "testimony", "title": "A hidden one", "marking": "red", "text": "Heard."}]}
                """));
    JsonNode open = read(address);

    assertThat(open.at("/corroborations/0/denial").asString()).isEqualTo("did_not_happen");
    assertThat(open.at("/corroborations/0/exhibits")).hasSize(1);
    assertThat(open.get("exhibits_withheld").asInt()).isEqualTo(1);
    assertThat(timeline(scenario.nobody(), address)).doesNotContain("A hidden one");
    assertThat(timeline(complainant(), address)).contains("A hidden one");
  }

  private String notified() {
    long position =
        ok(registrar()
                .post(
                    scenario.path("rules"),
                    """
                    {"response_days": 30, "panel_size": 3, "quorum": 3, "particulars_days": 10,
                     "reply_days": 20, "review_days": 40, "extension_days": 15}
                    """))
            .json()
            .get("position")
            .asLong();
    assertThat(position).isPositive();
    String address = created(scenario.submit(null)).header("Location");
    ok(registrar().post(address + "/admission", "{}"));
    return address;
  }

  private JsonNode read(String address) {
    awaitViews();
    return ok(scenario.nobody().get(address)).json();
  }

  private String timeline(Client reader, String address) {
    awaitViews();
    return ok(reader.get(address + "/timeline")).response().body();
  }

  private void awaitViews() {
    long head = TestLedger.shared().head();
    ok(scenario.nobody().get("/accords/" + scenario.accord() + "?min_position=" + head));
  }

  private Client registrar() {
    return scenario.as(Role.REGISTRAR, null);
  }

  private Client complainant() {
    return scenario.as(Role.PARTY, "alba");
  }

  private Client respondent() {
    return scenario.as(Role.PARTY, "borea");
  }
}
