package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Cases from the allegation to the finding. */
class CaseRowsTest {
  @Test
  void R02_an_old_instrument_has_cases_against_both_and_the_same_tests_for_each() {
    Play play = Play.drafted("{\"retrospective\": true}");
    play.offer("offer-1", "alba", Play.clause("no-fakes", "{\"effective_from\": \"1933-11-16\"}"));
    play.bothAccept("offer-1", "no-fakes");
    String occurred = "\"occurred\": {\"from\": \"1934-06-01\", \"precision\": \"month\"}";
    String one = play.admitted("{" + occurred + "}");
    String other =
        play.admitted("{\"complainant\": \"borea\", \"respondent\": \"alba\", " + occurred + "}");

    play.decided(one, Play.violation());
    play.decided(other, Play.violation());

    for (String party : new String[] {"alba", "borea"}) {
      JsonNode cell = play.cell(party, "no-fakes");
      assertThat(cell.at("/counts/finding_violation").asInt()).as(party).isEqualTo(1);
      assertThat(cell.get("grade").asString()).as(party).isEqualTo("violation");
    }
  }

  @Test
  void R03_under_a_narrow_accord_political_espionage_is_out_of_scope_and_theft_is_in_it() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause(
            "no-theft",
            """
            {"text": {"en": "The parties do not steal trade secrets for commercial gain."},
             "acts": ["trade-secret-theft"], "exclusions": "political and military espionage"}
            """));
    play.bothAccept("offer-1", "no-theft");
    String espionage =
        play.caseOf("{\"clause\": \"no-theft\", \"acts\": [\"political-espionage\"]}");
    String theft = play.caseOf("{\"clause\": \"no-theft\", \"acts\": [\"trade-secret-theft\"]}");

    ok(
        play.registrar()
            .post(
                espionage + "/inadmissibility",
                """
                {"ground": "out_of_scope", "rests_on": "clause no-theft, version 1: exclusions",
                 "reason": {"en": "What was taken were the minutes of a cabinet."}}
                """));
    ok(play.registrar().post(theft + "/admission", "{}"));

    JsonNode ruling = play.read(espionage).get("inadmissibility");
    assertThat(ruling.get("ground").asString()).isEqualTo("out_of_scope");
    assertThat(ruling.get("rests_on").asString()).contains("exclusions");
    assertThat(play.read(theft).get("stage").asString()).isEqualTo("notified");
  }

  @Test
  void R20_three_elements_are_found_separately_and_the_outcome_follows_by_rule() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause(
            "no-publication",
            """
            {"acts": ["hack-and-leak"], "elements": [
              {"code": "obtained", "text": {"en": "It was obtained by a state agency."}},
              {"code": "significant", "text": {"en": "It is politically significant."}},
              {"code": "public", "text": {"en": "It was made public."}}]}
            """));
    play.bothAccept("offer-1", "no-publication");
    String address = play.admitted("{\"clause\": \"no-publication\"}");

    play.decided(
        address,
        Play.opinion(
            elements("established", "established", "not_determinable"), "established", null));

    JsonNode finding = play.read(address).at("/findings/0");
    assertThat(finding.at("/opinion/elements/obtained/value").asString()).isEqualTo("established");
    assertThat(finding.at("/opinion/elements/public/value").asString())
        .isEqualTo("not_determinable");
    assertThat(finding.get("outcome").asString()).isEqualTo("not_determinable");
    String published = play.admitted("{\"clause\": \"no-publication\"}");
    play.decided(
        published,
        Play.opinion(
            elements("established", "established", "established"), "established", "serious"));
    assertThat(play.read(published).at("/findings/0/outcome").asString()).isEqualTo("violation");
  }

  private static Map<String, String> elements(String obtained, String significant, String open) {
    Map<String, String> elements = new LinkedHashMap<>();
    elements.put("obtained", obtained);
    elements.put("significant", significant);
    elements.put("public", open);
    return elements;
  }

  @Test
  void R27_a_press_report_is_evidence_and_no_conduct_unless_a_state_directed_it() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1", "alba", Play.clause("no-fakes", "{\"protected_conduct\": [\"press report\"]}"));
    play.bothAccept("offer-1", "no-fakes");
    String report = play.caseOf("{\"title\": \"A newspaper article\"}");

    ok(
        play.registrar()
            .post(
                report + "/inadmissibility",
                """
                {"ground": "protected_conduct", "rests_on": "clause no-fakes, version 1: protected conduct",
                 "reason": {"en": "Nothing says that a state directed the newspaper."}}
                """));

    assertThat(play.read(report).at("/inadmissibility/ground").asString())
        .isEqualTo("protected_conduct");
    assertThat(play.cell("borea", "no-fakes").at("/counts/inadmissible_protected_conduct").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"theft-by-hand", "hacking"})
  void R29_documents_stolen_by_hand_or_by_hacking_give_the_same_finding(String act) {
    Play play = Play.inForce();
    String address = play.admitted("{\"acts\": [\"" + act + "\"]}");

    play.decided(address, Play.violation());

    assertThat(play.read(address).at("/findings/0/outcome").asString()).isEqualTo("violation");
    assertThat(play.cell("borea", "no-fakes").get("grade").asString()).isEqualTo("violation");
  }

  @Test
  void R31_conduct_before_entry_into_force_is_inadmissible_by_the_ledgers_own_ruling() {
    Play play = Play.inForce();

    JsonNode early =
        play.read(
            play.caseOf(
                "{\"occurred\": {\"from\": \"2014-01-01\", \"to\": \"2014-12-31\", \"precision\":"
                    + " \"year\"}}"));
    JsonNode vague = play.read(play.caseOf("{\"occurred\": {\"precision\": \"unknown\"}}"));

    assertThat(early.at("/inadmissibility/ground").asString()).isEqualTo("before_entry_into_force");
    assertThat(early.at("/inadmissibility/rests_on").asString()).contains("no-fakes");
    assertThat(vague.get("stage").asString()).isEqualTo("submitted");
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.at("/counts/alleged").asInt()).isEqualTo(2);
    assertThat(cell.get("grade").asString()).isNotEqualTo("violation");
  }

  @Test
  void R32_a_settlement_and_a_promise_without_admission_end_a_case_without_a_finding() {
    Play play = Play.inForce();
    String grade = play.cell("borea", "no-fakes").get("grade").asString();
    String address = play.admitted("{}");
    ok(play.responds(address, "borea", "{\"kind\": \"no_admission_will_comply\"}"));
    ok(
        play.party("borea")
            .post(address + "/settlement-proposals", "{\"text\": {\"en\": \"We shall comply.\"}}"));
    ok(play.party("alba").post(address + "/settlement-acceptances", "{}"));

    JsonNode settled = play.read(address);

    assertThat(settled.get("stage").asString()).isEqualTo("settled");
    assertThat(settled.get("findings")).isEmpty();
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.get("grade").asString()).isEqualTo(grade);
    assertThat(cell.at("/counts/settled").asInt()).isEqualTo(1);
  }

  @Test
  void R33_that_it_happened_and_whose_it_is_are_found_apart_over_a_chain_of_actors() {
    Play play = Play.inForce();
    String address =
        play.admitted(
            """
            {"actor_chain": [
               {"level": "group", "name": "Night Owls", "state": "borea", "control": "tolerance"},
               {"level": "agency", "name": "An agency", "state": "borea", "control": "unknown"},
               {"level": "state", "name": "Borea", "state": "borea", "control": "organ"}],
             "attribution_confidence": "moderate", "attribution_value": 55}
            """);

    play.decided(address, Play.opinion(Map.of("forged", "established"), "not_established", null));

    JsonNode seen = play.read(address);
    assertThat(seen.at("/allegation/actor_chain")).hasSize(3);
    assertThat(seen.at("/allegation/actor_chain/0/control").asString()).isEqualTo("tolerance");
    assertThat(seen.at("/findings/0/outcome").asString()).isEqualTo("not_attributable");
    assertThat(seen.at("/findings/0/opinion/happened/value").asString()).isEqualTo("established");
    assertThat(seen.at("/findings/0/opinion/attributable/confidence").asString())
        .isEqualTo("moderate");
  }

  @Test
  void R34_other_explanations_stay_open_and_parties_stand_side_by_side() {
    Play play = Play.inForce();
    String address =
        play.caseOf("{\"hypotheses\": [\"A third party forged it to be found.\", \"A mistake.\"]}");

    assertThat(play.read(address).at("/allegation/hypotheses")).hasSize(2);
    JsonNode scorecard = play.read("/scorecard?accord=" + play.accord());
    assertThat(scorecard.get("cells").findValuesAsString("party"))
        .containsExactlyInAnyOrder("alba", "borea");
    assertThat(scorecard.propertyNames()).doesNotContain("total", "rank", "net");
  }

  @Test
  void R38_who_may_file_is_the_accords_own_rule() {
    Play play = Play.inForce();
    String asMonitor = "{\"complainant\": \"watch\"}";
    assertThat(monitorAlleges(play, asMonitor)).isEqualTo("no_standing");

    ok(play.registrar().post(play.path("standing"), "{\"body\": \"watch\"}"));

    assertThat(monitorAlleges(play, asMonitor)).isEmpty();
    assertThat(play.accordNow().at("/standing/0").asString()).isEqualTo("watch");
  }

  @Test
  void R38_who_may_sit_is_the_accords_own_rule() {
    Play play = Play.inForce();
    String address = play.admitted("{}");
    ok(play.responds(address, "borea", "{\"kind\": \"not_us\"}"));
    ok(play.registrar().post(address + "/referral", "{}"));
    String[] nations = {"corsia", "delmar", "estia", "alba"};
    for (int i = 0; i < nations.length; i++) {
      ok(
          play.registrar()
              .post(
                  play.path("panelists"),
                  "{\"member\": \"judge-%d\", \"nationality\": \"%s\"}".formatted(i, nations[i])));
    }
    ok(play.registrar().post(play.path("standing-rules"), "{\"nationals_sit\": false}"));
    String withANational = "{\"members\": [\"judge-0\", \"judge-1\", \"judge-3\"]}";

    HttpAnswer refused = play.registrar().post(address + "/panel", withANational);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("nationals_do_not_sit");
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/members");

    ok(play.registrar().post(play.path("standing-rules"), "{\"nationals_sit\": true}"));
    ok(play.registrar().post(address + "/panel", withANational));
    assertThat(play.read(address).at("/panel/members").findValuesAsString("nationality"))
        .containsExactly("corsia", "delmar", "alba");
  }

  @Test
  void R38_who_may_see_is_the_accords_own_rule() {
    Play play = Play.inForce();
    String open = play.caseOf("{}");
    ok(
        play.registrar()
            .post(
                play.path("standing-rules"),
                "{\"nationals_sit\": true, \"least_marking\": \"amber\"}"));

    HttpAnswer refused = play.alleges("{\"title\": \"Another\", \"marking\": \"green\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("marked_too_open");
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/allegation/marking");

    String close = play.caseOf("{\"title\": \"Another\", \"marking\": \"amber\"}");
    assertThat(play.party("borea").getAtHead(close).status()).isEqualTo(200);
    assertThat(play.registrar().getAtHead(close).status()).isEqualTo(200);
    assertThat(play.as(Role.MONITOR, "watch").getAtHead(close).status()).isEqualTo(404);
    assertThat(play.read(open).get("marking").asString()).isEqualTo("clear");
    assertThat(play.accordNow().at("/observance/standing_rules/least_marking").asString())
        .isEqualTo("amber");
    JsonNode uncovered = play.read(play.path("uncovered")).get("items");
    assertThat(uncovered.findValuesAsString("clause")).containsExactly("no-fakes");
  }

  private static String monitorAlleges(Play play, String changes) {
    return play.as(Role.MONITOR, "watch").post("/cases", play.allegation(changes)).code();
  }

  @Test
  void R44_exhibits_have_kind_rating_and_marking_and_a_number_quoted_is_a_claim() {
    Play play = Play.inForce();
    JsonNode exhibit =
        play.read(
                play.caseOf(
                    """
                    {"exhibits": [{"id": "speech", "kind": "claim", "title": "85 times, it was said",
                      "reliability": "c", "credibility": 4, "marking": "clear",
                      "text": "It happened 85 times."}]}
                    """))
            .at("/allegation/exhibits/0");

    assertThat(exhibit.get("kind").asString()).isEqualTo("claim");
    assertThat(exhibit.get("reliability").asString()).isEqualTo("c");
    assertThat(exhibit.get("credibility").asInt()).isEqualTo(4);
    assertThat(exhibit.get("sha256").asString()).hasSize(64);
  }

  @Test
  void R44_a_number_is_a_claim_whose_status_changes_with_a_reason_and_moves_no_grade() {
    Play play = Play.inForce();
    String secret = UUID.randomUUID().toString();
    String address =
        play.admitted(
            """
            {"exhibits": [
              {"id": "speech", "kind": "claim", "title": "A speech", "marking": "clear",
               "claim": {"statement": "It happened 85 times.", "number": "85", "unit": "times"}},
              {"id": "count", "kind": "data_set", "title": "A count of 41", "marking": "clear"},
              {"id": "%s", "kind": "testimony", "title": "A witness", "marking": "red"}]}
            """
                .formatted(secret));
    JsonNode claim = play.read(address).at("/claims/0");
    assertThat(claim.get("number").asString()).isEqualTo("85");
    assertThat(claim.get("unit").asString()).isEqualTo("times");
    assertThat(claim.get("status").asString()).isEqualTo("unverified");
    String grade = play.cell("borea", "no-fakes").get("grade").asString();

    assertThat(assess(play, address, "corroborated", "speech").code())
        .isEqualTo("claim_without_evidence");
    ok(assess(play, address, "contradicted", "count"));

    JsonNode after = play.read(address).at("/claims/0");
    assertThat(after.get("status").asString()).isEqualTo("contradicted");
    assertThat(after.at("/assessments/0/evidence").asString()).isEqualTo("count");
    assertThat(after.at("/assessments/0/reason/0/text").asString()).isEqualTo("It says otherwise.");
    assertThat(play.page(address)).contains("Numbers that exhibits quote", "Contradicted");
    assertThat(play.cell("borea", "no-fakes").get("grade").asString()).isEqualTo(grade);
    assertThat(
            play.party("alba")
                .post(address + "/claim-assessments", assessment("withdrawn", "count"))
                .status())
        .isEqualTo(403);

    // what rests on an exhibit that a reader may not see is not there for that reader
    HttpAnswer hidden =
        play.registrar()
            .post(
                address + "/claim-assessments",
                assessment("corroborated", secret),
                Map.of("Prefer", "wait=published"));
    String payload = "/payloads?limit=1&from=" + ok(hidden).json().get("position").asLong();
    assertThat(play.ledger().get(payload, Map.of()).response().body())
        .contains("\"withheld\":true");
    assertThat(play.registrar().get(payload).response().body()).contains("corroborated");
    JsonNode open = play.read(address).at("/claims/0");
    assertThat(open.get("status").asString()).isEqualTo("contradicted");
    assertThat(play.answer(address + "/timeline").response().body()).doesNotContain(secret);
    JsonNode whole = play.registrar().get(address).json().at("/claims/0");
    assertThat(whole.get("status").asString()).isEqualTo("corroborated");
    assertThat(whole.get("assessments")).hasSize(2);
  }

  private static HttpAnswer assess(Play play, String address, String status, String evidence) {
    return play.registrar().post(address + "/claim-assessments", assessment(status, evidence));
  }

  private static String assessment(String status, String evidence) {
    return """
    {"exhibit": "speech", "status": "%s", "evidence": "%s", "reason": {"en": "It says otherwise."}}
    """
        .formatted(status, evidence);
  }
}
