package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.accordledger.api.Client;
import org.accordledger.api.Scenario;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an accord's clauses are, who watches them, and how each side keeps its own. */
class ObservanceRowsTest {
  private static final String AGAINST_ALBA =
      "{\"complainant\": \"borea\", \"respondent\": \"alba\", \"victims\": [\"borea\"]}";

  private final String today = LocalDate.now(ZoneOffset.UTC).toString();

  @Test
  void R14_findings_are_filtered_by_the_older_norm_that_a_clause_restates() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause("no-fakes", "{\"reiterates\": [\"broadcasting-1936\", \"relations-1970\"]}"),
        Play.clause("no-bribes", "{\"reiterates\": [\"relations-1970\"]}"));
    play.bothAccept("offer-1", "no-fakes", "no-bribes");
    String decided = play.admitted("{\"clause\": \"no-fakes\"}");
    String open = play.caseOf("{\"clause\": \"no-bribes\"}");
    play.decided(decided, Play.violation());

    JsonNode all = report(play, "tally?by=norm");
    JsonNode one = report(play, "tally?by=norm&value=broadcasting-1936");

    assertThat(all.findValuesAsString("value"))
        .containsExactly("broadcasting-1936", "relations-1970");
    assertThat(texts(all.at("/1/cases"))).containsExactly(idOf(decided), idOf(open));
    assertThat(all.at("/1/counts/finding_violation").asInt()).isEqualTo(1);
    assertThat(one).hasSize(1);
    assertThat(one.at("/0/counts/finding_violation").asInt()).isEqualTo(1);
    assertThat(texts(one.at("/0/cases"))).containsExactly(idOf(decided));

    // what was judged under the norm stays under it when a later version drops it
    play.offer("offer-2", "alba", Play.clause("no-fakes", "{}"));
    play.bothAccept("offer-2", "no-fakes");
    JsonNode after = report(play, "tally?by=norm&value=broadcasting-1936");
    assertThat(texts(after.at("/0/cases"))).containsExactly(idOf(decided));
  }

  @Test
  void R15_a_cooperation_item_is_proposed_active_and_withdrawn_beside_the_prohibitions() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause("no-fakes", "{}"),
        Play.clause(
            "joint-unit",
            "{\"kind\": \"cooperation\", \"text\": {\"en\": \"The parties keep a joint unit.\"}}"));
    assertThat(cooperation(play).get("status").asString()).isEqualTo("proposed");

    play.bothAccept("offer-1", "no-fakes", "joint-unit");
    assertThat(cooperation(play).get("status").asString()).isEqualTo("active");
    assertThat(accord(play).get("clauses").findValuesAsString("kind"))
        .containsExactly("prohibition", "cooperation");
    assertThat(play.alleges("{\"clause\": \"joint-unit\"}").code()).isEqualTo("cooperation_item");

    ok(
        play.party("borea")
            .post(
                play.path("cooperation-withdrawals"),
                """
                {"party": "borea", "clause": "joint-unit", "from": "%s", "reason": "It met once."}
                """
                    .formatted(today)));

    JsonNode withdrawn = cooperation(play);
    assertThat(withdrawn.get("clause").asString()).isEqualTo("joint-unit");
    assertThat(withdrawn.get("status").asString()).isEqualTo("withdrawn");
    assertThat(withdrawn.get("withdrawn_from").asString()).isEqualTo(today);
    assertThat(accord(play).get("status").asString()).isEqualTo("in_force");
    created(play.alleges("{\"clause\": \"no-fakes\"}"));
  }

  private static JsonNode cooperation(Play play) {
    return accord(play).at("/observance/cooperation/0");
  }

  @Test
  void R37_a_clause_says_how_well_it_can_be_checked_and_who_does() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause("no-fakes", "{\"verifiability\": \"d\"}"),
        Play.clause("no-bribes", "{\"verifiability\": \"a\"}"));
    play.bothAccept("offer-1", "no-fakes", "no-bribes");

    ok(
        play.registrar()
            .post(
                play.path("coverage"),
                "{\"clause\": \"no-bribes\", \"body\": \"watch\", \"since\": \"2020-01-01\"}"));

    assertThat(accord(play).at("/clauses/0/clause/verifiability").asString()).isEqualTo("d");
    JsonNode uncovered = report(play, "uncovered");
    assertThat(uncovered.findValuesAsString("clause")).containsExactly("no-fakes");
    assertThat(uncovered.at("/0/verifiability").asString()).isEqualTo("d");
    assertThat(play.cell("borea", "no-fakes").get("grade").asString()).isEqualTo("not_monitored");
    JsonNode covered = play.cell("borea", "no-bribes");
    assertThat(covered.get("grade").asString()).isEqualTo("no_finding");
    assertThat(texts(covered.get("covered_by"))).containsExactly("watch");
  }

  @Test
  void R41_who_accepted_while_the_other_keeps_it_suspends_its_own_part_and_resumes_it() {
    Play play = Play.drafted("{}");
    play.offer("offer-1", "alba", Play.clause("no-fakes", "{\"kind\": \"conditional\"}"));
    ok(play.accept("offer-1", "alba", "no-fakes"));
    ok(play.acceptWith("offer-1", "borea", "{\"condition\": \"while alba keeps it\"}", "no-fakes"));

    ok(
        play.party("borea")
            .post(
                play.path("suspensions"),
                """
                {"party": "borea", "clause": "no-fakes", "from": "%s",
                 "ground": "Alba does not keep it.", "condition_of": "offer-1"}
                """
                    .formatted(today)));

    JsonNode release = accord(play).at("/observance/releases/0");
    assertThat(release.get("kind").asString()).isEqualTo("suspension");
    assertThat(release.get("party").asString()).isEqualTo("borea");
    assertThat(release.get("condition").asString()).isEqualTo("while alba keeps it");
    assertThat(release.at("/reason/text").asString()).isEqualTo("Alba does not keep it.");
    JsonNode ofAlba = report(play, "obligations").get(0);
    assertThat(ofAlba.at("/owes/0/performed").asBoolean()).isTrue();
    assertThat(ofAlba.at("/given/0/performed").asBoolean()).isFalse();
    JsonNode suspended = now(play, play.caseOf("{}"));
    assertThat(suspended.at("/inadmissibility/ground").asString()).isEqualTo("clause_suspended");
    assertThat(suspended.at("/inadmissibility/rests_on").asString())
        .contains("while alba keeps it");
    assertThat(now(play, play.caseOf(AGAINST_ALBA)).get("stage").asString())
        .as("what alba owes stays owed")
        .isEqualTo("submitted");

    ok(
        play.party("borea")
            .post(
                play.path("resumptions"),
                "{\"party\": \"borea\", \"clause\": \"no-fakes\", \"from\": \"%s\"}"
                    .formatted(today)));

    assertThat(report(play, "obligations").at("/0/given/0/performed").asBoolean()).isTrue();
    assertThat(now(play, play.caseOf("{}")).get("stage").asString()).isEqualTo("submitted");
  }

  @Test
  void R41_what_each_side_filed_and_what_was_upheld_stand_apart_and_are_not_netted() {
    Play play = Play.inForce();
    String upheld = play.admitted("{}");
    play.caseOf("{}");
    play.caseOf(AGAINST_ALBA);

    play.decided(upheld, Play.violation());

    JsonNode pairs = report(play, "reciprocity");
    assertThat(pairs.findValuesAsString("complainant")).containsExactly("alba", "borea");
    assertThat(pairs.findValuesAsString("respondent")).containsExactly("borea", "alba");
    assertThat(pairs.at("/0/filed").asInt()).isEqualTo(2);
    assertThat(pairs.at("/0/upheld").asInt()).isEqualTo(1);
    assertThat(pairs.at("/0/open").asInt()).isEqualTo(1);
    assertThat(pairs.at("/1/filed").asInt()).isEqualTo(1);
    assertThat(pairs.at("/1/upheld").asInt()).isZero();
    assertThat(pairs.at("/1/open").asInt()).isEqualTo(1);
  }

  @Test
  void R45_alleged_conduct_that_no_clause_covers_is_reported_with_its_victims() {
    Play play = Play.inForce();
    String uncovered =
        play.caseOf(
            """
            {"title": "A cloned voice", "acts": ["cloned-voice"], "victims": ["corsia", "delmar"]}
            """);
    play.admitted("{}");
    assertThat(report(play, "uncovered-conduct")).isEmpty();

    ok(
        play.registrar()
            .post(
                uncovered + "/inadmissibility",
                """
                {"ground": "out_of_scope", "rests_on": "clause no-fakes, version 1: it names documents"}
                """));

    JsonNode items = report(play, "uncovered-conduct");
    assertThat(items).hasSize(1);
    assertThat(items.at("/0/case_id").asString()).isEqualTo(idOf(uncovered));
    assertThat(items.at("/0/title").asString()).isEqualTo("A cloned voice");
    assertThat(texts(items.at("/0/acts"))).containsExactly("cloned-voice");
    assertThat(texts(items.at("/0/victims"))).containsExactly("corsia", "delmar");
    assertThat(items.at("/0/rests_on").asString()).contains("it names documents");
  }

  @Test
  void R45_a_third_country_files_where_it_is_a_victim_and_the_accord_lets_it() {
    Play play = Play.inForce();
    String asVictim = "{\"complainant\": \"corsia\", \"victims\": [\"corsia\"]}";
    assertThat(play.alleges(asVictim).code()).isEqualTo("no_standing");

    ok(
        play.registrar()
            .post(
                play.path("standing-rules"),
                "{\"injured_third_states\": true, \"nationals_sit\": true}"));

    assertThat(play.alleges("{\"complainant\": \"corsia\", \"victims\": [\"alba\"]}").code())
        .isEqualTo("no_standing");
    JsonNode filed = now(play, play.caseOf(asVictim));
    assertThat(filed.get("complainant").asString()).isEqualTo("corsia");
    assertThat(filed.get("stage").asString()).isEqualTo("submitted");
    assertThat(accord(play).at("/observance/standing_rules/injured_third_states").asBoolean())
        .isTrue();
  }

  @Test
  void R45_the_election_calendar_opens_a_window_and_the_observers_statement_closes_it() {
    Play play = Play.drafted("{\"retrospective\": true}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause(
            "no-verdicts",
            """
            {"kind": "embargo", "acts": ["early-verdict"], "effective_from": "2010-01-01",
             "embargo": {"closes_with": "preliminary_statement"}}
            """));
    play.bothAccept("offer-1", "no-verdicts");
    String own = play.accord().substring("accord-".length());
    String election = "election-" + own;
    Client calendar = calendar(play);
    created(
        calendar.post(
            "/elections",
            """
            {"election": "%s", "country": "land-%s", "title": "Parliament", "held_on": "2016-11-06",
             "source": "https://example.org"}
            """
                .formatted(election, own)));
    ok(
        calendar.post(
            "/elections/" + election + "/missions",
            """
            {"mission": "observers", "title": "Observers", "source": "https://example.org"}
            """));

    JsonNode open = window(play, own);
    assertThat(open.get("state").asString()).isEqualTo("open");
    assertThat(open.get("opens").asString()).isEqualTo("2016-11-06");
    assertThat(open.has("closes")).isFalse();
    assertThat(verdict(play, election, "2016-11-06").at("/embargo/window/state").asString())
        .isEqualTo("open");

    ok(
        calendar.post(
            "/elections/" + election + "/reports",
            """
            {"mission": "observers", "report": "preliminary_statement", "published_on": "2016-11-07",
             "source": "https://example.org"}
            """));

    assertThat(window(play, own).get("state").asString()).isEqualTo("closed");
    assertThat(window(play, own).get("closes").asString()).isEqualTo("2016-11-07");
    assertThat(verdict(play, election, "2016-11-07").get("stage").asString())
        .isEqualTo("submitted");
    assertThat(verdict(play, election, "2016-11-08").at("/inadmissibility/ground").asString())
        .isEqualTo("embargo_not_open");
  }

  /** Whoever keeps the calendar is bound to no accord: all accords rest on it. */
  private static Client calendar(Play play) {
    String token = play.ledger().token("calendar", Role.REGISTRAR, null, null);
    return new Scenario(play.ledger()).with(token);
  }

  private static JsonNode window(Play play, String own) {
    return now(play, "/elections?country=land-%s&accord=%s".formatted(own, play.accord()))
        .at("/items/0/windows/0/window");
  }

  private static JsonNode verdict(Play play, String election, String day) {
    String allegation =
        Play.object(
                play.allegation(
                    """
                    {"clause": "no-verdicts", "acts": ["early-verdict"],
                     "occurred": {"from": "%s", "precision": "day"}}
                    """
                        .formatted(day)))
            .put("election", election)
            .toString();
    return now(play, created(play.party("alba").post("/cases", allegation)).header("Location"));
  }

  private static JsonNode accord(Play play) {
    return now(play, "/accords/" + play.accord());
  }

  private static JsonNode report(Play play, String report) {
    return now(play, play.path(report)).get("items");
  }

  /** Reads once the view behind this very address has everything. */
  private static JsonNode now(Play play, String path) {
    return play.read(
        path + (path.contains("?") ? "&" : "?") + "min_position=" + play.ledger().head());
  }

  private static String idOf(String address) {
    return address.substring("/cases/".length());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
