package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.accordledger.api.HttpAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Offers, acceptances and refusals. */
class OfferRowsTest {
  @Test
  void R01_two_reciprocal_letters_are_one_instrument_and_each_side_owes_its_own() {
    Play play =
        Play.drafted(
            """
            {"baskets": [{"code": "media", "title": {"en": "Letters"}, "form": "exchange_of_letters", "bindingness": "legal"}]}
            """);
    play.offer(
        "letters",
        "alba",
        false,
        Play.clause("letter-of-alba", "{\"bound_parties\": [\"alba\"]}"),
        Play.clause("letter-of-borea", "{\"bound_parties\": [\"borea\"]}"));

    assertThat(play.accept("letters", "alba", "letter-of-alba").code()).isEqualTo("not_severable");
    play.bothAccept("letters", "letter-of-alba", "letter-of-borea");

    JsonNode accord = play.accordNow();
    assertThat(accord.at("/baskets/0/form").asString()).isEqualTo("exchange_of_letters");
    assertThat(accord.at("/clauses/0/clause/bound_parties/0").asString()).isEqualTo("alba");
    assertThat(accord.at("/clauses/1/clause/bound_parties/0").asString()).isEqualTo("borea");
    JsonNode alba = play.read(play.path("obligations")).at("/items/0");
    assertThat(alba.get("party").asString()).isEqualTo("alba");
    assertThat(alba.get("owes").findValuesAsString("clause")).containsExactly("letter-of-alba");
    assertThat(alba.get("given").findValuesAsString("clause")).containsExactly("letter-of-borea");
    assertThat(play.alleges("{\"clause\": \"letter-of-alba\"}").code())
        .isEqualTo("respondent_not_bound");
    created(play.alleges("{\"clause\": \"letter-of-borea\"}"));
  }

  @Test
  void R05_what_was_turned_down_is_not_in_force_and_an_allegation_under_it_says_why() {
    Play play = Play.drafted("{}");
    play.offer("offer-1", "alba", Play.clause("no-fakes", "{}"));
    ok(play.refuse("offer-1", "borea", "{\"reason\": \"It cannot be verified.\"}", "no-fakes"));

    HttpAnswer refused = play.alleges("{}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("not_in_force");
    assertThat(refused.json().get("detail").asString())
        .contains("borea refused it in offer offer-1");
    JsonNode answer = play.accordNow().at("/offers/0/answers/0");
    assertThat(answer.get("kind").asString()).isEqualTo("refused");
    assertThat(answer.at("/reason/text").asString()).isEqualTo("It cannot be verified.");
    assertThat(play.accordNow().get("clauses")).isEmpty();
  }

  @Test
  void R09_a_clause_waits_for_everyone_it_names_and_an_acceptance_may_be_without_admission() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause(
            "no-fakes", "{\"entry\": {\"needs\": \"named\", \"parties\": [\"alba\", \"borea\"]}}"));
    ok(
        play.acceptWith(
            "offer-1",
            "alba",
            "{\"without_admission\": true, \"condition\": \"while borea keeps it\"}",
            "no-fakes"));
    assertThat(play.accordNow().get("clauses")).isEmpty();

    ok(play.accept("offer-1", "borea", "no-fakes"));

    JsonNode accord = play.accordNow();
    assertThat(accord.get("clauses")).hasSize(1);
    JsonNode first = accord.at("/offers/0/answers/0");
    assertThat(first.get("kind").asString()).isEqualTo("accepted_without_admission");
    assertThat(first.get("condition").asString()).isEqualTo("while borea keeps it");
  }

  @Test
  void R10_of_a_package_one_item_is_accepted_and_the_rest_refused_each_with_its_own_status() {
    Play play = Play.drafted("{}");
    play.offer(
        "package",
        "alba",
        Play.clause("one", "{}"),
        Play.clause("two", "{}"),
        Play.clause("three", "{}"));
    ok(play.accept("package", "alba", "one", "two", "three"));
    ok(play.accept("package", "borea", "one"));
    ok(play.refuse("package", "borea", "{}", "two", "three"));

    JsonNode accord = play.accordNow();

    assertThat(accord.get("clauses")).hasSize(1);
    assertThat(accord.at("/clauses/0/clause/code").asString()).isEqualTo("one");
    assertThat(play.alleges("{\"clause\": \"two\"}").code()).isEqualTo("not_in_force");
    assertThat(play.cell("borea", "one").get("grade").asString()).isNotEqualTo("not_in_force");
    JsonNode items = accord.at("/offers/0/item_states");
    assertThat(items.findValuesAsString("item")).containsExactly("one", "two", "three");
    assertThat(items.findValuesAsString("status"))
        .containsExactly("in_force", "refused", "refused");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(items.at("/0/in_force_from").asString()).isEqualTo(today);
    assertThat(items.at("/0/version").asInt()).isEqualTo(1);
    assertThat(items.at("/1/parties/0/stand").asString()).isEqualTo("accepted");
    assertThat(items.at("/1/parties/1/party").asString()).isEqualTo("borea");
    assertThat(items.at("/1/parties/1/stand").asString()).isEqualTo("refused");
    assertThat(items.at("/1/parties/1/filed_on").asString()).isEqualTo(today);
    assertThat(items.at("/1/parties/1/reason/text").asString())
        .isEqualTo("It is not precise enough.");
    assertThat(play.page("/accords/" + play.accord()))
        .contains("Items, each with its own status", "since " + today);
  }

  @Test
  void R10_every_item_says_what_it_waits_for_and_what_ended_it() {
    Play play = Play.drafted("{}");
    play.offer("package", "alba", Play.clause("one", "{}"), Play.clause("two", "{}"));
    ok(play.acceptWith("package", "alba", "{\"without_admission\": true}", "one", "two"));
    long before = play.ledger().head();
    assertThat(states(play, "").at("/0/awaits").toString()).isEqualTo("[\"borea\"]");

    ObjectNode counter =
        Play.object(
            """
            {"offer": "counter", "in_answer_to": "package", "offered_by": "borea", "severable": true}
            """);
    counter.putArray("items").add(Play.clause("two", "{}"));
    ok(play.party("borea").post(play.path("counteroffers"), counter.toString()));
    JsonNode countered = states(play, "");
    assertThat(countered.findValuesAsString("status")).containsExactly("open", "countered");
    assertThat(countered.at("/1/countered_by/0").asString()).isEqualTo("counter");
    assertThat(countered.at("/1/parties/0/stand").asString())
        .isEqualTo("accepted_without_admission");
    assertThat(countered.at("/1/parties/1/stand").asString()).isEqualTo("countered");
    ok(play.accept("package", "borea", "one"));
    ok(
        play.party("alba")
            .post(
                play.path("offer-withdrawals"),
                "{\"offer\": \"package\", \"reason\": \"The talks moved on.\"}"));
    play.offer("again", "alba", Play.clause("one", "{}"));
    play.bothAccept("again", "one");

    JsonNode after = states(play, "");
    assertThat(after.findValuesAsString("status")).containsExactly("ended", "withdrawn");
    assertThat(after.at("/1/awaits")).isEmpty();
    JsonNode then = states(play, "?as_of=" + before);
    assertThat(then.findValuesAsString("status"))
        .as("as it stood then")
        .containsExactly("open", "open");
  }

  private static JsonNode states(Play play, String query) {
    return play.read("/accords/" + play.accord() + query).at("/offers/0/item_states");
  }

  @Test
  void R12_who_refused_which_text_when_and_in_which_words_and_no_guilt_follows() {
    Play play = Play.drafted("{}");
    play.offer("offer-1", "alba", Play.clause("no-fakes", "{}"), Play.clause("no-bribes", "{}"));
    play.bothAccept("offer-1", "no-bribes");
    ok(
        play.refuse(
            "offer-1",
            "borea",
            """
            {"words": "We shall not sign what nobody can verify.", "source": "Press conference, agency 12"}
            """,
            "no-fakes"));

    JsonNode answers = play.accordNow().at("/offers/0/answers");
    JsonNode refusal = answers.get(answers.size() - 1);

    assertThat(refusal.get("party").asString()).isEqualTo("borea");
    assertThat(refusal.at("/items/0").asString()).isEqualTo("no-fakes");
    assertThat(refusal.get("filed_on").asString())
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(refusal.at("/words/0/text").asString())
        .isEqualTo("We shall not sign what nobody can verify.");
    assertThat(refusal.get("source").asString()).isEqualTo("Press conference, agency 12");
    assertThat(play.cell("borea", "no-bribes").get("grade").asString())
        .isEqualTo(play.cell("alba", "no-bribes").get("grade").asString());
  }

  @Test
  void R19_every_basket_has_a_form_of_its_own() {
    Play play =
        Play.drafted(
            """
            {"baskets": [
              {"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"},
              {"code": "arms", "title": {"en": "Arms"}, "form": "treaty", "bindingness": "legal"},
              {"code": "tone", "title": {"en": "Tone"}, "form": "unilateral_declaration", "bindingness": "political"},
              {"code": "talks", "title": {"en": "Talks"}, "form": "understanding", "bindingness": "political"}]}
            """);

    assertThat(play.accordNow().get("baskets").findValuesAsString("form"))
        .containsExactly("code_of_conduct", "treaty", "unilateral_declaration", "understanding");
  }

  @Test
  void R23_version_two_holds_from_its_day_and_an_old_case_stays_under_version_one() {
    Play play = Play.inForce();
    String old = play.caseOf("{}");
    play.offer(
        "offer-2",
        "borea",
        Play.clause(
            "no-fakes",
            """
            {"elements": [{"code": "forged", "text": {"en": "A document was forged."}},
                          {"code": "spread", "text": {"en": "It was spread."}}]}
            """));
    play.bothAccept("offer-2", "no-fakes");
    long before = play.ledger().head();
    String now = play.caseOf("{}");

    assertThat(play.read(old).get("clause_version").asInt()).isEqualTo(1);
    assertThat(play.read(now).get("clause_version").asInt()).isEqualTo(2);
    assertThat(play.read(old + "?as_of=" + before).get("clause_version").asInt()).isEqualTo(1);
    String page = play.page("/accords/" + play.accord());
    assertThat(page).containsOnlyOnce("id=\"clause-no-fakes\"");
    assertThat(page).contains("id=\"clause-no-fakes-v1\"", "id=\"clause-no-fakes-v2\"");
    assertThat(play.page(old)).contains("#clause-no-fakes-v1\"");
    play.decided(play.admit(old), Play.violation());
    assertThat(play.read(old).at("/findings/0/outcome").asString()).isEqualTo("violation");
  }

  @Test
  void R24_a_vague_text_is_flagged_and_what_is_alleged_under_it_is_recorded_and_not_decided() {
    Play play = Play.drafted("{}");
    play.offer(
        "offer-1",
        "alba",
        Play.clause(
            "be-nice",
            """
            {"actor": null, "acts": [], "target": null, "time_rule": null, "exclusions": null,
             "evidence_standard": null, "elements": []}
            """));
    JsonNode check = play.read(play.path("clause-checks")).at("/items/0");
    assertThat(check.get("testable").asBoolean()).isFalse();
    assertThat(check.get("missing").toString())
        .contains(
            "\"actor\"",
            "\"act\"",
            "\"target\"",
            "\"time_rule\"",
            "\"exclusions\"",
            "\"evidence_standard\"");
    play.bothAccept("offer-1", "be-nice");

    assertThat(play.accordNow().at("/clauses/0/testable").asBoolean()).isFalse();
    JsonNode recorded = play.read(play.caseOf("{\"clause\": \"be-nice\"}"));
    assertThat(recorded.get("stage").asString()).isEqualTo("inadmissible");
    assertThat(recorded.at("/inadmissibility/ground").asString()).isEqualTo("untestable_clause");
  }
}
