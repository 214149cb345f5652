package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ElectionReadTest {
  private static final String REPORT =
      "{\"mission\": \"observers\", \"report\": \"%s\", \"published_on\": \"%s\", \"source\":"
          + " \"https://example.org\"}";

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger);
  private final String id = "election-" + scenario.accord().substring("accord-".length());
  private final String country = "land-" + scenario.accord().substring("accord-".length());
  private final Client registrar =
      scenario.with(ledger.token("election-registrar", Role.REGISTRAR, null, null));

  @Test
  void the_calendar_lists_the_window_each_embargo_opens_at_each_election() {
    embargoInForce();
    register("\"2011-12-04\"");
    post("missions", mission());
    post("reports", REPORT.formatted("preliminary_statement", "2011-12-05"));
    String undated = id + "-undated";
    created(registrar.post("/elections", body(undated, "null")));

    JsonNode items =
        read("/elections?country=" + country + "&accord=" + scenario.accord()).json().get("items");

    assertThat(items).hasSize(2);
    assertThat(items.at("/0/election").asString()).isEqualTo(id);
    assertThat(items.at("/0/missing")).isEmpty();
    assertThat(items.at("/0/windows/0/clause").asString()).isEqualTo("no-verdicts");
    JsonNode window = items.at("/0/windows/0/window");
    assertThat(window.get("state").asString()).isEqualTo("closed");
    assertThat(window.get("opens").asString()).isEqualTo("2011-12-04");
    assertThat(window.get("closes").asString()).isEqualTo("2011-12-05");
    assertThat(items.at("/1/election").asString()).isEqualTo(undated);
    assertThat(items.at("/1/missing").toString()).isEqualTo("[\"held_on\",\"missions\"]");
    assertThat(items.at("/1/windows/0/window/state").asString()).isEqualTo("undated");
    assertThat(
            read("/elections?country=" + country + "&from=2011-01-01&to=2011-12-31")
                .json()
                .get("items"))
        .hasSize(1);
  }

  @Test
  void a_statement_inside_the_window_is_a_candidate_and_one_outside_it_is_not() {
    embargoInForce();
    register("\"2011-12-04\"");
    post("missions", mission());
    post("reports", REPORT.formatted("preliminary_statement", "2011-12-05"));

    String inside = submitted("2011-12-05", id);
    JsonNode candidate = readCase(inside);
    assertThat(candidate.get("stage").asString()).isEqualTo("submitted");
    assertThat(candidate.at("/embargo/election").asString()).isEqualTo(id);
    assertThat(candidate.at("/embargo/election_version").asLong()).isEqualTo(2);

    JsonNode outside = readCase(submitted("2011-12-06", id));
    assertThat(outside.get("stage").asString()).isEqualTo("inadmissible");
    assertThat(outside.at("/inadmissibility/ground").asString()).isEqualTo("embargo_not_open");
    assertThat(outside.at("/inadmissibility/rests_on").asString())
        .contains(id, "preliminary statement on 2011-12-05");

    HttpAnswer decided =
        scenario
            .as(Role.REGISTRAR, null)
            .post(
                "/cases/" + inside + "/inadmissibility",
                "{\"ground\": \"embargo_not_open\", \"rests_on\": \"the clause\"}");
    assertThat(decided.code()).isEqualTo("decided_by_data");
  }

  @Test
  void an_allegation_under_the_embargo_names_an_election_that_is_registered() {
    embargoInForce();

    HttpAnswer none = submit("2011-12-05", null);
    assertThat(none.code()).isEqualTo("election_missing");
    assertThat(none.json().at("/errors/0/pointer").asString()).isEqualTo("/election");
    assertThat(submit("2011-12-05", id).code()).isEqualTo("unknown_election");
  }

  @Test
  void an_election_is_read_as_it_stood() {
    register("null");
    long before = post("no-mission", "{\"source\": \"https://example.org\"}");
    long dated = post("dates", "{\"held_on\": \"2011-12-04\"}");

    JsonNode now = read("/elections/" + id).json();
    assertThat(now.get("position").asLong()).isEqualTo(dated);
    assertThat(now.get("held_on").asString()).isEqualTo("2011-12-04");
    assertThat(now.get("no_mission").asString()).isEqualTo("https://example.org");
    assertThat(now.get("missing")).isEmpty();
    JsonNode then = read("/elections/" + id + "?as_of=" + before).json();
    assertThat(then.has("held_on")).isFalse();
    assertThat(then.at("/missing/0").asString()).isEqualTo("held_on");
    assertThat(ledger.get("/elections/election-nowhere", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void who_is_bound_to_one_accord_says_nothing_of_elections_that_all_rest_on() {
    Client bound = scenario.as(Role.REGISTRAR, null);

    assertThat(bound.post("/elections", body(id, "null")).status()).isEqualTo(403);
    register("null");
    assertThat(bound.post("/elections/" + id + "/missions", mission()).status()).isEqualTo(403);
    HttpAnswer again = registrar.post("/elections", body(id, "null"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.header("Location")).isEqualTo("/elections/" + id);
  }

  @Test
  void a_period_that_ends_before_it_begins_is_refused_and_one_of_a_day_is_not() {
    HttpAnswer turned = scenario.nobody().get("/elections?from=2012-01-01&to=2011-12-31");

    assertThat(turned.status()).isEqualTo(400);
    assertThat(turned.code()).isEqualTo("invalid_parameter");
    assertThat(turned.json().get("parameter").asString()).isEqualTo("to");
    assertThat(scenario.nobody().get("/elections?from=2012-01-01&to=2012-01-01").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"from,x", "to,2011-13-01", "country,NO", "clause,NO", "limit,0", "as_of,x", "form,1"})
  void a_wrong_parameter_is_named(String name, String value) {
    HttpAnswer answer = scenario.nobody().get("/elections?" + name + "=" + value);

    assertThat(answer.code()).isEqualTo("invalid_parameter");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(name);
  }

  @Test
  void a_rule_for_a_window_stands_in_an_embargo_alone() {
    created(scenario.draft());

    HttpAnswer answer =
        scenario.as(Role.PARTY, "alba").post(scenario.path("offers"), offer("prohibition"));

    assertThat(answer.code()).isEqualTo("embargo_rule_misplaced");
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/items");
  }

  private void embargoInForce() {
    created(scenario.as(Role.REGISTRAR, null).post("/accords", draft()));
    ok(scenario.as(Role.PARTY, "alba").post(scenario.path("offers"), offer("embargo")));
    for (String party : new String[] {"alba", "borea"}) {
      ok(
          scenario
              .as(Role.PARTY, party)
              .post(
                  scenario.path("acceptances"),
                  "{\"offer\": \"offer-1\", \"party\": \"%s\", \"items\": [\"no-verdicts\"]}"
                      .formatted(party)));
    }
  }

  private String draft() {
    return """
    {"accord": "%s", "title": {"en": "Test accord"}, "languages": ["en"], "retrospective": true,
     "parties": [{"id": "alba", "name": {"en": "Alba"}}, {"id": "borea", "name": {"en": "Borea"}}],
     "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"}],
     "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 3}}
    """
        .formatted(scenario.accord());
  }

  private static String offer(String kind) {
    return """
    {"offer": "offer-1", "offered_by": "alba", "severable": true, "items": [
      {"code": "no-verdicts", "basket": "media", "kind": "%s",
       "text": {"en": "No verdict on an election before its observers spoke."},
       "actor": "the parties", "acts": ["early-verdict"], "target": "elections",
       "time_rule": "from the vote to the preliminary statement", "exclusions": "none",
       "evidence_standard": "public record",
       "elements": [{"code": "verdict", "text": {"en": "A verdict was given."}}],
       "verifiability": "a", "entry": {"needs": "all_parties"}, "effective_from": "2010-01-01",
       "embargo": {"closes_with": "preliminary_statement"}}]}
    """
        .formatted(kind);
  }

  private void register(String heldOn) {
    created(registrar.post("/elections", body(id, heldOn)));
  }

  private String body(String election, String heldOn) {
    return """
    {"election": "%s", "country": "%s", "title": "Parliament", "held_on": %s, "source": "https://example.org"}
    """
        .formatted(election, country, heldOn);
  }

  private static String mission() {
    return "{\"mission\": \"observers\", \"title\": \"Observers\", \"source\":"
        + " \"https://example.org\"}";
  }

  private long post(String act, String body) {
    return ok(registrar.post("/elections/" + id + "/" + act, body)).json().get("position").asLong();
  }

  private HttpAnswer submit(String day, @Nullable String election) {
    String body =
        """
        {"allegation": {"accord": "%s", "clause": "no-verdicts", "respondent": "borea", "complainant": "alba",
          "acts": ["early-verdict"], "occurred": {"from": "%s", "precision": "day"}, "victims": ["alba"],
          "title": "A verdict", "narrative": {"en": "A verdict was given."}, "marking": "clear"}%s}
        """
            .formatted(
                scenario.accord(),
                day,
                election == null ? "" : ", \"election\": \"" + election + "\"");
    return scenario.as(Role.PARTY, "alba").post("/cases", body);
  }

  private String submitted(String day, String election) {
    return created(submit(day, election)).json().get("stream").asString();
  }

  private JsonNode readCase(String caseId) {
    return read("/cases/" + caseId).json();
  }

  private HttpAnswer read(String path) {
    String wait = (path.contains("?") ? "&" : "?") + "min_position=" + ledger.head();
    return ok(scenario.nobody().get(path + wait));
  }
}
