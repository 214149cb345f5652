package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.audit.Auditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Under which words a case is judged, and what a judgement leaves as it was. */
class JudgementRowsTest {
  @TempDir private Path directory;

  @Test
  void R23_a_finding_cites_the_version_it_was_made_under_and_replay_of_the_public_files_agrees() {
    Play play = Play.inForce();
    String old = play.admitted("{}");
    play.offer(
        "offer-2",
        "borea",
        Play.clause("no-fakes", "{\"text\": {\"en\": \"No forged documents, at all.\"}}"));
    play.bothAccept("offer-2", "no-fakes");
    long amended = play.ledger().head();

    play.decided(old, Play.violation());

    JsonNode finding = play.read(old).at("/findings/0");
    assertThat(finding.at("/cited/clause_version").asInt()).isEqualTo(1);
    assertThat(play.cell("borea", "no-fakes").get("grade").asString()).isEqualTo("violation");
    Auditor everybody = Auditor.of(play.ledger(), directory.resolve("public"));
    everybody.fetch();
    long decided = play.ledger().head();
    String replayed = everybody.replay(List.of(amended, decided));
    for (long position : new long[] {amended, decided}) {
      assertThat(replayed)
          .containsPattern("compared: position " + position + ", [0-9,]+ cells, no difference");
    }
  }

  @Test
  void R27_what_a_newspaper_published_under_a_states_direction_is_judged_on_the_newspaper_itself() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1", "alba", Play.clause("no-fakes", "{\"protected_conduct\": [\"press report\"]}"));
    play.bothAccept("offer-1", "no-fakes");
    String directed =
        play.admitted(
            """
            {"title": "An article written to order",
             "actor_chain": [{"level": "group", "name": "The newspaper", "control": "direction_or_control"},
                             {"level": "state", "state": "borea", "control": "organ"}],
             "exhibits": [{"id": "article", "kind": "press", "title": "The article", "marking": "clear"},
                          {"id": "order", "kind": "official_document", "title": "The order", "marking": "clear"}]}
            """);

    play.decided(
        directed,
        Play.violation()
            .replace(
                "\"confidence\": \"moderate\"",
                "\"confidence\": \"moderate\", \"exhibits\": [\"article\", \"order\"]"));

    JsonNode decided = play.read(directed);
    assertThat(decided.at("/findings/0/outcome").asString()).isEqualTo("violation");
    assertThat(decided.at("/findings/0/opinion/attributable/exhibits").valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("article", "order");
    assertThat(decided.at("/allegation/exhibits/0/kind").asString()).isEqualTo("press");
    assertThat(play.cell("borea", "no-fakes").at("/counts/inadmissible").asInt(0)).isZero();
  }

  @Test
  void R29_ordinary_cyber_crime_is_routed_out_of_scope_and_reported_as_governed_by_no_clause() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause("no-fakes", "{\"exclusions\": \"ordinary crime, whatever its means\"}"));
    play.bothAccept("offer-1", "no-fakes");
    String theft =
        play.caseOf("{\"acts\": [\"bank-fraud\"], \"title\": \"Money taken from accounts\"}");

    ok(
        play.registrar()
            .post(
                theft + "/inadmissibility",
                """
                {"ground": "out_of_scope", "rests_on": "clause no-fakes, version 1, exclusions: ordinary crime",
                 "reason": {"en": "Nothing was forged; it goes to the police."}}
                """));

    assertThat(play.read(theft).at("/inadmissibility/rests_on").asString())
        .endsWith("exclusions: ordinary crime");
    assertThat(play.cell("borea", "no-fakes").get("grade").asString()).isEqualTo("not_monitored");
    JsonNode uncovered = play.read("/accords/" + play.accord() + "/uncovered-conduct");
    assertThat(uncovered.get("items")).hasSize(1);
    assertThat(uncovered.at("/items/0/acts/0").asString()).isEqualTo("bank-fraud");
    assertThat("/cases/" + uncovered.at("/items/0/case_id").asString()).isEqualTo(theft);
  }

  @Test
  void R34_a_finding_does_not_close_the_other_explanations_and_one_sides_is_not_set_off() {
    Play play = Play.inForce();
    String ours =
        play.admitted(
            "{\"hypotheses\": [\"A third party forged it to be found.\", \"A mistake.\"]}");
    String theirs = play.admitted("{\"complainant\": \"borea\", \"respondent\": \"alba\"}");

    play.decided(ours, Play.violation());
    play.decided(theirs, Play.violation());

    assertThat(play.read(ours).at("/allegation/hypotheses").valueStream())
        .extracting(text -> text.get("text").asString())
        .containsExactly("A third party forged it to be found.", "A mistake.");
    assertThat(play.page(ours)).contains("A third party forged it to be found.", "A mistake.");
    for (String party : new String[] {"alba", "borea"}) {
      JsonNode cell = play.cell(party, "no-fakes");
      assertThat(cell.at("/counts/finding_violation").asInt()).as(party).isEqualTo(1);
      assertThat(cell.get("grade").asString()).as(party).isEqualTo("violation");
    }
    JsonNode lines = play.read("/accords/" + play.accord() + "/reciprocity").get("items");
    assertThat(lines).hasSize(2);
    assertThat(lines.findValues("upheld")).allMatch(upheld -> upheld.asInt() == 1);
  }

  @Test
  void R36_a_clause_says_from_which_confidence_on_anything_is_held_established() {
    Play play = Play.drafted("{}");
    play.offer("offer-1", "alba", Play.clause("no-fakes", "{\"evidence_threshold\": \"high\"}"));
    play.bothAccept("offer-1", "no-fakes");
    String address = play.admitted("{}");
    ok(play.responds(address, "borea", "{\"kind\": \"no_facts\"}"));
    play.seated(address);

    HttpAnswer suspicion = play.votes(address, 0, Play.violation());
    HttpAnswer fact = play.votes(address, 0, Play.violation().replace("\"moderate\"", "\"high\""));

    assertThat(suspicion.code()).isEqualTo("below_evidence_threshold");
    assertThat(fact.status()).isEqualTo(200);
    assertThat(play.accordNow().at("/clauses/0/clause/evidence_threshold").asString())
        .isEqualTo("high");
    assertThat(play.page("/accords/" + play.accord()))
        .contains("Established from this confidence on");
  }
}
