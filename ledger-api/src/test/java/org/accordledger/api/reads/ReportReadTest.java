package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reports on an accord over HTTP; each is of the cases its reader may see. */
class ReportReadTest {
  private final Story story = new Story();

  @Test
  void each_party_sees_what_it_owes_and_what_it_was_given_in_return() {
    JsonNode items = report("obligations", "");
    assertThat(items.at("/0/party").asString()).isEqualTo("alba");
    assertThat(items.at("/0/owes/0/clause").asString()).isEqualTo("no-fakes");
    assertThat(items.at("/0/given/0/by").asString()).isEqualTo("borea");
    assertThat(items.at("/0/given/0/performed").asBoolean()).isTrue();

    long before = story.position();
    HttpAnswer suspended =
        ok(
            story
                .scenario()
                .as(Role.PARTY, "borea")
                .post(
                    story.scenario().path("suspensions"),
                    "{\"party\": \"borea\", \"from\": \"%s\", \"ground\": \"None.\"}"
                        .formatted(LocalDate.now(ZoneOffset.UTC))));
    String at = "?min_position=" + suspended.json().get("position").asLong();
    assertThat(report("obligations", at).at("/0/given/0/performed").asBoolean()).isFalse();
    assertThat(report("obligations", at).at("/0/owes/0/performed").asBoolean()).isTrue();
    assertThat(report("obligations", "?as_of=" + before).at("/0/given/0/performed").asBoolean())
        .isTrue();
  }

  @Test
  void cases_are_counted_by_act_severity_and_basket_at_any_point() {
    String id = story.submit();
    story.submit(
        "\"acts\": [\"forged-document\"]", "\"acts\": [\"forged-document\", \"bought-ad\"]");
    story.admit(id);
    story.respond(id, "not_us", "No.");
    long before = story.position();
    story.decide(id, "It was.");

    JsonNode acts = report("tally", "?by=act");
    assertThat(acts.at("/0/value").asString()).isEqualTo("bought-ad");
    assertThat(acts.at("/0/counts/alleged").asLong()).isEqualTo(1);
    assertThat(acts.at("/1/counts/alleged").asLong()).isEqualTo(2);
    assertThat(acts.at("/1/counts/finding_violation").asLong()).isEqualTo(1);
    assertThat(report("tally", "?by=act&value=bought-ad").size()).isEqualTo(1);
    JsonNode severities = report("tally", "?by=severity");
    assertThat(severities.at("/1/value").asString()).isEqualTo("minor");
    assertThat(severities.at("/1/cases/0").asString()).isEqualTo(id);
    assertThat(severities.get(0).has("value")).isFalse();
    assertThat(report("tally", "?by=severity&as_of=" + before).size()).isEqualTo(1);
    assertThat(report("tally", "?by=basket").at("/0/value").asString()).isEqualTo("media");
    assertThat(report("tally", "?by=norm").get(0).has("value")).isFalse();
    assertThat(report("tally", "?incidents=1999-01..1999-12").isEmpty()).isTrue();
    assertThat(story.read(path("tally?by=colour")).json().get("parameter").asString())
        .isEqualTo("by");
  }

  @Test
  void what_no_clause_governs_is_reported_and_nobody_learns_of_a_restricted_case() {
    String id = story.submit();
    String hidden = story.submit("\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n");
    assertThat(report("uncovered-conduct", "").isEmpty()).isTrue();
    for (String one : new String[] {id, hidden}) {
      ok(
          story
              .scenario()
              .as(Role.REGISTRAR, null)
              .post(
                  "/cases/" + one + "/inadmissibility",
                  "{\"ground\": \"out_of_scope\", \"rests_on\": \"It is no document.\"}"));
    }
    String now = "?min_position=" + story.read("/cases/" + id).json().get("position").asLong();
    JsonNode items = report("uncovered-conduct", now);
    assertThat(items.size()).isEqualTo(1);
    assertThat(items.at("/0/case_id").asString()).isEqualTo(id);
    assertThat(items.at("/0/rests_on").asString()).contains("It is no document.");
    assertThat(items.at("/0/acts/0").asString()).isEqualTo("forged-document");
    assertThat(
            story
                .read(
                    path("uncovered-conduct"),
                    "application/json",
                    story.token(Role.REGISTRAR, null))
                .json()
                .get("items")
                .size())
        .isEqualTo(2);
  }

  @Test
  void
      who_has_not_answered_yet_is_told_apart_from_who_was_not_told_and_restricted_cases_from_all() {
    String answered = story.submit();
    story.admit(answered);
    story.respond(answered, "not_us", "No.");
    story.admit(story.submit());
    story.submit();
    String hidden = story.submit("\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n");
    story.admit(hidden);

    HttpAnswer answer = ok(story.read(path("response-times")));
    assertThat(answer.response().body()).doesNotContain(hidden);
    assertThat(answer.json().get("cases").findValuesAsString("state"))
        .containsExactly("answered", "awaited", "not_notified");
    assertThat(answer.json().at("/cases/0/days_from_notification").asInt()).isZero();
    assertThat(answer.json().at("/cases/1").has("responded")).isFalse();
    JsonNode line = answer.json().at("/items/0");
    assertThat(line.get("cases").asLong()).isEqualTo(3);
    assertThat(line.get("answered").asLong()).isEqualTo(1);
    assertThat(line.get("without").asLong()).isEqualTo(1);
    assertThat(line.has("median_days_to_reaction")).isFalse();
    assertThat(report("response-times", "?party=alba")).isEmpty();
    assertThat(report("response-times", "?clause=no-fakes")).hasSize(1);
    assertThat(
            ok(story.read(
                    path("response-times"), "application/json", story.token(Role.AUDITOR, null)))
                .json()
                .at("/items/0/without")
                .asLong())
        .isEqualTo(2);
  }

  @Test
  void an_inquiry_and_a_series_are_no_cases_and_no_report_tells_that_there_is_one() {
    String id = story.submit();
    Scenario scenario = story.scenario();
    created(
        scenario
            .as(Role.PARTY, "alba")
            .post(
                "/inquiries",
                """
                {"accord": "%s", "clause": "no-fakes", "inquirer": "alba", "addressee": "borea",
                 "text": {"en": "Was this yours?"}}
                """
                    .formatted(story.accord())));
    HttpAnswer series =
        created(
            scenario
                .as(Role.MONITOR, "watch")
                .post(
                    "/series",
                    """
                    {"series": "series-of-%s", "keeper": "watch", "accord": "%s", "title": "Forged documents",
                     "indicator": "forged documents found", "unit": "documents",
                     "source": "https://example.org/forged", "method": "by the day they were found",
                     "concerns": "borea", "periods": "year", "marking": "clear"}
                    """
                        .formatted(story.accord(), story.accord())));
    String now = "min_position=" + series.json().get("position").asLong();

    for (Client reader : new Client[] {scenario.nobody(), scenario.as(Role.REGISTRAR, null)}) {
      JsonNode tally = ok(reader.get(path("tally?by=act&" + now))).json().get("items");
      assertThat(tally).hasSize(1);
      assertThat(tally.at("/0/cases").toString()).isEqualTo("[\"" + id + "\"]");
      assertThat(ok(reader.get(path("uncovered-conduct?" + now))).json().get("items")).isEmpty();
    }
  }

  @Test
  void the_scorecard_tells_what_changed_between_two_points() {
    long before = story.position();
    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "No.");
    story.decide(id, "It was.");
    String accord = "&accord=" + story.accord();

    JsonNode changed = story.read("/scorecard/differences?since=" + before + accord).json();
    assertThat(changed.at("/since/position").asLong()).isEqualTo(before);
    assertThat(changed.at("/until/position").asLong()).isGreaterThanOrEqualTo(story.position());
    assertThat(changed.get("cells")).hasSize(1);
    assertThat(changed.at("/cells/0/key/party").asString()).isEqualTo("borea");
    assertThat(changed.at("/cells/0/grade_before").asString()).isEqualTo("not_monitored");
    assertThat(changed.at("/cells/0/grade_after").asString()).isEqualTo("violation");
    assertThat(changed.at("/cells/0/counts/alleged").asLong()).isEqualTo(1);
    assertThat(changed.at("/cells/0/counts").has("settled")).isFalse();

    String same = "/scorecard/differences?since=" + before + "&as_of=" + before + accord;
    assertThat(story.read(same).json().get("cells")).isEmpty();
    for (String wrong :
        new String[] {
          "/scorecard/differences",
          "/scorecard/differences?since=" + (before + 1) + "&as_of=" + before,
          "/scorecard/differences?since=999999999"
        }) {
      assertThat(story.read(wrong).json().get("parameter").asString()).isEqualTo("since");
    }
  }

  private JsonNode report(String report, String query) {
    return ok(story.read(path(report) + query)).json().get("items");
  }

  private String path(String report) {
    return story.scenario().path(report);
  }
}
