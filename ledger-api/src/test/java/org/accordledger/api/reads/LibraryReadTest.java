package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is ready to be used in any accord: named acts, the clause check, templates, lineage. */
class LibraryReadTest {
  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger);

  @Test
  void public_codes_have_names_and_others_are_flagged() {
    JsonNode library = ok(scenario.nobody().get("/acts?scheme=eurepoc")).json();
    assertThat(library.at("/items").size()).isEqualTo(6);
    assertThat(library.at("/schemes").size()).isEqualTo(1);
    assertThat(ok(scenario.nobody().get("/acts")).json().at("/items").size()).isGreaterThan(390);
    assertThat(ok(scenario.nobody().get("/acts?scheme=none")).json().at("/items").isEmpty())
        .isTrue();

    offer("[\"disarm:T0089.001\", \"whispering\"]", "\"actor\": \"a party\",");

    JsonNode acts = read("/accords/" + scenario.accord()).at("/acts");
    assertThat(acts.at("/0/name").asString()).isEqualTo("Obtain Authentic Documents");
    assertThat(acts.at("/0/known").asBoolean()).isTrue();
    assertThat(acts.at("/1/code").asString()).isEqualTo("whispering");
    assertThat(acts.at("/1/known").asBoolean()).isFalse();
    assertThat(acts.at("/1").has("name")).isFalse();
  }

  @Test
  void before_it_is_signed_a_clause_is_checked_for_what_it_lacks() {
    offer("[\"whispering\"]", "\"actor\": \"a party\", \"target\": \"another party\",");

    JsonNode item = read(scenario.path("clause-checks")).at("/items/0");
    assertThat(item.at("/testable").asBoolean()).isFalse();
    assertThat(item.at("/missing").toString())
        .isEqualTo("[\"time_rule\",\"exclusions\",\"evidence_standard\",\"element\"]");
    assertThat(item.at("/unknown_acts/0").asString()).isEqualTo("whispering");
  }

  @Test
  void what_no_longer_stands_is_not_checked() {
    offer("[\"whispering\"]", "");
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post(
                scenario.path("offer-withdrawals"),
                "{\"offer\": \"first\", \"reason\": \"Another text.\"}"));

    assertThat(read(scenario.path("clause-checks")).at("/items").isEmpty()).isTrue();
  }

  @Test
  void an_accord_made_from_a_template_enters_into_force_and_takes_an_allegation() {
    JsonNode template =
        ok(scenario
                .nobody()
                .get(
                    "/templates/single-issue?parties=alba,borea&title=Letters&accord="
                        + scenario.accord()))
            .json();
    Client registrar = scenario.as(Role.REGISTRAR, null);
    created(registrar.post("/accords", template.get("draft").toString()));
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post(scenario.path("offers"), template.get("offer").toString()));
    for (String party : new String[] {"alba", "borea"}) {
      ok(
          scenario
              .as(Role.PARTY, party)
              .post(
                  scenario.path("acceptances"),
                  """
                  {"offer": "single-issue", "party": "%s", "items": ["obtained-information"]}
                  """
                      .formatted(party)));
    }

    JsonNode accord = read("/accords/" + scenario.accord());
    assertThat(accord.at("/title/en").asString()).isEqualTo("Letters");
    assertThat(accord.at("/clauses/0/testable").asBoolean()).isTrue();
    assertThat(accord.at("/clauses/0/clause/elements").size()).isEqualTo(3);
    for (JsonNode act : accord.at("/acts")) {
      assertThat(act.at("/known").asBoolean()).as(act.toString()).isTrue();
    }
    HttpAnswer submitted =
        created(
            scenario
                .as(Role.PARTY, "alba")
                .post(
                    "/cases",
                    scenario
                        .allegation(null)
                        .replace("no-fakes", "obtained-information")
                        .replace(
                            "[\"forged-document\"]",
                            "[\"eurepoc:data-theft-and-doxing\", \"forged-document\"]")));
    JsonNode dossier =
        ok(scenario
                .nobody()
                .get(
                    submitted.header("Location")
                        + "?min_position="
                        + submitted.json().get("position").asLong()))
            .json();
    assertThat(dossier.at("/stage").asString()).isEqualTo("submitted");
    JsonNode act = dossier.at("/allegation/named_acts/0");
    assertThat(act.at("/code").asString()).isEqualTo("eurepoc:data-theft-and-doxing");
    assertThat(act.at("/name").asString()).isEqualTo("Data theft & Doxing");
    assertThat(dossier.at("/allegation/named_acts/1/known").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "single-issue?parties=alba, accord",
    "single-issue?accord=accord-x, parties",
    "'single-issue?accord=accord-x&parties=alba,,borea', parties",
    "'single-issue?accord=Nothing&parties=alba', accord"
  })
  void what_a_template_needs_is_asked_for_by_name(String template, String parameter) {
    HttpAnswer answer = scenario.nobody().get("/templates/" + template);

    assertThat(answer.code()).isEqualTo("invalid_parameter");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void templates_are_listed_and_others_are_not_found() {
    assertThat(ok(scenario.nobody().get("/templates")).json().at("/items/0/template").asString())
        .isEqualTo("single-issue");
    assertThat(scenario.nobody().get("/templates/none?accord=accord-x&parties=alba").status())
        .isEqualTo(404);
  }

  @Test
  void lineage_is_walked_over_several_accords_both_ways() {
    Scenario middle = new Scenario(ledger);
    Scenario last = new Scenario(ledger);
    Scenario aside = new Scenario(ledger);
    String letters = "Letters of " + scenario.accord();
    draft(scenario, letters);
    draft(middle, scenario.accord());
    draft(last, middle.accord());
    draft(aside, letters);

    JsonNode up = read(last.path("lineage"));
    assertThat(up.at("/ancestors/0/cited").asString()).isEqualTo(middle.accord());
    assertThat(up.at("/ancestors/1/cited").asString()).isEqualTo(scenario.accord());
    assertThat(up.at("/ancestors/1/generation").asInt()).isEqualTo(2);
    assertThat(up.at("/ancestors/2/cited").asString()).isEqualTo(letters);
    assertThat(up.at("/ancestors/2/here").asBoolean()).isFalse();
    assertThat(up.at("/shared/0/also_cited_by/0").asString()).isEqualTo(aside.accord());
    JsonNode down = read(scenario.path("lineage"));
    assertThat(down.at("/descendants/0/accord").asString()).isEqualTo(middle.accord());
    assertThat(down.at("/descendants/1/accord").asString()).isEqualTo(last.accord());
    assertThat(down.at("/descendants/1/generation").asInt()).isEqualTo(2);
    assertThat(down.at("/descendants/1/cites/0").asString()).isEqualTo(middle.accord());
    assertThat(scenario.nobody().get("/accords/accord-nowhere/lineage").status()).isEqualTo(404);
  }

  private static void draft(Scenario scenario, String cites) {
    created(
        scenario
            .as(Role.REGISTRAR, null)
            .post(
                "/accords",
                """
                {"accord": "%s", "title": {"en": "Test accord"}, "languages": ["en"], "lineage": ["%s"],
                 "parties": [{"id": "alba", "name": {"en": "Alba"}}],
                 "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "understanding", "bindingness": "political"}],
                 "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 3}}
                """
                    .formatted(scenario.accord(), cites)));
  }

  private void offer(String acts, String more) {
    created(scenario.draft());
    ok(
        scenario
            .as(Role.PARTY, "alba")
            .post(
                scenario.path("offers"),
                """
                {"offer": "first", "offered_by": "alba", "severable": true, "items": [
                  {"code": "quiet", "basket": "media", "kind": "prohibition", "text": {"en": "Be quiet."},
                   "acts": %s, %s "verifiability": "d", "entry": {"needs": "all_parties"}}]}
                """
                    .formatted(acts, more)));
  }

  private JsonNode read(String path) {
    return ok(scenario.nobody().get(path + "?min_position=" + ledger.head())).json();
  }
}
