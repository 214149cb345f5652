package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Offers, counteroffers, lapses and refusals, over HTTP alone. */
class NegotiationReadTest {
  private static final String ITEM =
      """
      {"code": "%s", "basket": "media", "kind": "prohibition", "text": {"en": "%s"},
       "verifiability": "d", "entry": {"needs": "all_parties"}}
      """;

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger);

  @Test
  void a_counteroffer_is_read_back_to_the_first_offer_with_what_each_changes() {
    begin();
    counter("second", "first", "borea", ITEM.formatted("quiet", "Be very quiet."));
    counter(
        "third",
        "second",
        "alba",
        ITEM.formatted("quiet", "Be very quiet.") + "," + ITEM.formatted("calm", "Be calm."));

    JsonNode chain = read("offers/third/chain");

    assertThat(chain.at("/steps").size()).isEqualTo(3);
    assertThat(chain.at("/steps/0/offer").asString()).isEqualTo("first");
    assertThat(chain.at("/steps/0/difference").isEmpty()).isTrue();
    JsonNode changed = chain.at("/steps/1/difference/0");
    assertThat(changed.at("/change").asString()).isEqualTo("changed");
    assertThat(changed.at("/fields/0/field").asString()).isEqualTo("text.en");
    assertThat(changed.at("/fields/0/before").asString()).isEqualTo("Be quiet.");
    assertThat(changed.at("/fields/0/after").asString()).isEqualTo("Be very quiet.");
    assertThat(chain.at("/steps/2/difference/0/clause").asString()).isEqualTo("calm");
    assertThat(chain.at("/steps/2/difference/0/change").asString()).isEqualTo("added");
    assertThat(chain.at("/steps/2/in_answer_to").asString()).isEqualTo("second");
    assertThat(read("offers/first/chain").at("/countered_by/0").asString()).isEqualTo("second");
    assertThat(scenario.nobody().get(scenario.path("offers/none/chain")).status()).isEqualTo(404);
  }

  @Test
  void a_lapsed_offer_is_shown_with_its_day_and_can_not_be_accepted() {
    begin();
    HttpAnswer lapsed =
        ok(
            scenario
                .as(Role.PARTY, "alba")
                .post(
                    scenario.path("offer-lapses"),
                    """
                    {"offer": "first", "on": "%s", "ground": "term_expired", "reason": "Nobody answered."}
                    """
                        .formatted(java.time.LocalDate.now(java.time.ZoneOffset.UTC))));

    HttpAnswer refused =
        scenario
            .as(Role.PARTY, "borea")
            .post(
                scenario.path("acceptances"),
                "{\"offer\": \"first\", \"party\": \"borea\", \"items\": [\"quiet\"]}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("offer_lapsed");
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/offer");
    assertThat(read("offers/first/chain").at("/steps/0/status").asString()).isEqualTo("lapsed");
    JsonNode offer =
        ok(scenario
                .nobody()
                .get(
                    "/accords/"
                        + scenario.accord()
                        + "?min_position="
                        + lapsed.json().get("position").asLong()))
            .json()
            .at("/offers/0");
    assertThat(offer.at("/lapse/ground").asString()).isEqualTo("term_expired");
    assertThat(offer.at("/lapse/reason/text").asString()).isEqualTo("Nobody answered.");
  }

  @Test
  void who_refused_which_text_in_which_words_can_be_asked() {
    begin();
    counter("second", "first", "borea", ITEM.formatted("quiet", "Be very quiet."));
    refuse("alba", "second", "Too quiet.");
    refuse("borea", "first", "Not quiet enough.");

    JsonNode all = read("refusals").at("/items");
    assertThat(all.size()).isEqualTo(2);
    JsonNode one = read("refusals?party=borea&clause=quiet").at("/items");
    assertThat(one.size()).isEqualTo(1);
    assertThat(one.at("/0/refused/0/text/en").asString()).isEqualTo("Be quiet.");
    assertThat(one.at("/0/words/0/text").asString()).isEqualTo("Not quiet enough.");
    assertThat(one.at("/0/source").asString()).isEqualTo("Note 7");
    assertThat(one.at("/0/offered_by").asString()).isEqualTo("alba");
    assertThat(read("refusals?party=corsia").at("/items").isEmpty()).isTrue();
  }

  @Test
  void a_counteroffer_to_an_offer_that_is_not_there_names_the_field() {
    begin();
    HttpAnswer refused =
        scenario
            .as(Role.PARTY, "borea")
            .post(
                scenario.path("counteroffers"),
                body("second", "nothing", "borea", ITEM.formatted("quiet", "Be quiet.")));

    assertThat(refused.code()).isEqualTo("unknown_offer");
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/in_answer_to");
  }

  private void begin() {
    created(scenario.draft());
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post(
                scenario.path("offers"),
                """
                {"offer": "first", "offered_by": "alba", "severable": true, "items": [%s]}
                """
                    .formatted(ITEM.formatted("quiet", "Be quiet."))));
  }

  private void counter(String offer, String inAnswerTo, String by, String items) {
    ok(
        scenario
            .as(Role.PARTY, by)
            .post(scenario.path("counteroffers"), body(offer, inAnswerTo, by, items)));
  }

  private static String body(String offer, String inAnswerTo, String by, String items) {
    return """
    {"offer": "%s", "in_answer_to": "%s", "offered_by": "%s", "severable": true, "items": [%s]}
    """
        .formatted(offer, inAnswerTo, by, items);
  }

  private void refuse(String party, String offer, String words) {
    ok(
        scenario
            .as(Role.PARTY, party)
            .post(
                scenario.path("refusals"),
                """
                {"offer": "%s", "party": "%s", "items": ["quiet"], "reason": "No.", "words": "%s", "source": "Note 7"}
                """
                    .formatted(offer, party, words)));
  }

  private JsonNode read(String what) {
    String separator = what.contains("?") ? "&" : "?";
    return ok(scenario
            .nobody()
            .get(scenario.path(what) + separator + "min_position=" + ledger.head()))
        .json();
  }
}
