package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.accordledger.core.Role;
import org.accordledger.store.LedgerStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What people write freely, and the names of people, are read with a case and stand in no event.
 */
class TextsBesideEventsTest {
  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();

  @Test
  void names_of_people_explanations_and_reasons_are_content() {
    String caseId = submitted();
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post("/cases/" + caseId + "/withdrawal", "{\"reason\": \"The clerk was ill.\"}"));

    JsonNode allegation =
        ok(scenario.as(Role.PARTY, "alba").getAtHead("/cases/" + caseId)).json().get("allegation");
    assertThat(allegation.at("/actor_chain/0/person/text").asString()).isEqualTo("Ada Example");
    assertThat(allegation.at("/actor_chain/1/name").asString()).isEqualTo("The Quill Group");
    assertThat(allegation.at("/hypotheses/0/text").asString()).isEqualTo("Bo Example forged it.");
    assertThat(events(caseId))
        .contains("The Quill Group")
        .doesNotContain("Ada Example", "Bo Example", "The clerk");
  }

  @Test
  void the_reasons_of_a_refusal_and_of_a_withdrawn_offer_are_content() {
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post(
                scenario.path("offers"),
                """
                {"offer": "offer-2", "offered_by": "alba", "severable": true, "items": [
                  {"code": "quiet", "basket": "media", "kind": "prohibition",
                   "text": {"en": "The parties keep quiet."}, "verifiability": "d",
                   "entry": {"needs": "all_parties"}},
                  {"code": "calm", "basket": "media", "kind": "prohibition",
                   "text": {"en": "The parties keep calm."}, "verifiability": "d",
                   "entry": {"needs": "all_parties"}}]}
                """));
    ok(
        scenario
            .as(Role.PARTY, "borea")
            .post(
                scenario.path("refusals"),
                """
                {"offer": "offer-2", "party": "borea", "items": ["quiet"], "reason": "Ada Example said so."}
                """));
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post(
                scenario.path("offer-withdrawals"),
                "{\"offer\": \"offer-2\", \"reason\": \"Bo Example asked.\"}"));

    JsonNode offer =
        ok(scenario.nobody().getAtHead("/accords/" + scenario.accord())).json().at("/offers/1");
    assertThat(offer.at("/answers/0/reason/text").asString()).isEqualTo("Ada Example said so.");
    assertThat(offer.at("/withdrawal/reason/text").asString()).isEqualTo("Bo Example asked.");
    assertThat(events(scenario.accord())).doesNotContain("Ada Example", "Bo Example");
  }

  @Test
  void a_person_is_not_named_where_groups_are() {
    HttpAnswer answer =
        scenario
            .as(Role.PARTY, "alba")
            .post("/cases", allegation().replace("\"person\": \"Ada", "\"name\": \"Ada"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.response().body()).contains("/allegation/actor_chain");
  }

  private String submitted() {
    return created(scenario.as(Role.PARTY, "alba").post("/cases", allegation()))
        .json()
        .get("stream")
        .asString();
  }

  private String allegation() {
    return scenario
        .allegation(null)
        .replace(
            "\"exhibits\"",
            """
            "actor_chain": [
              {"level": "person", "person": "Ada Example", "control": "unknown"},
              {"level": "group", "name": "The Quill Group", "control": "unknown"}],
            "hypotheses": ["Bo Example forged it."], "exhibits"
            """);
  }

  private String events(String stream) {
    return ledger.beans(LedgerStore.class).iterator().next().events().readStream(stream, 0).stream()
        .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
