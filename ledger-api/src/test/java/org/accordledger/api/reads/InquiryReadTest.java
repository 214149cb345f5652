package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A private inquiry over HTTP: its two sides read all of it, and everybody else nothing. */
class InquiryReadTest {
  private static final String TEXT = "{\"text\": {\"en\": \"It was a private press office.\"}}";

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();

  @Test
  void the_two_sides_ask_and_answer_and_the_inquirer_is_content() {
    String address = opened();
    ok(addressee().post(address + "/answers", TEXT));
    ok(inquirer().post(address + "/resolution", "{}"));

    for (Client side : List.of(inquirer(), addressee())) {
      JsonNode it = read(side, address);
      assertThat(it.get("status").asString()).isEqualTo("resolved");
      assertThat(it.at("/said/0/text/0/text").asString()).isEqualTo("Was this yours? هل كان؟");
      assertThat(it.at("/said/1/by").asString()).isEqualTo("borea");
    }
    assertThat(addressee().post(address + "/answers", TEXT).code()).isEqualTo("inquiry_over");
  }

  @Test
  void each_side_finds_its_inquiries_and_nobody_else_finds_any() {
    long before = ledger.head();
    String first = opened();
    String second = opened();
    String list = "/inquiries?accord=" + scenario.accord();

    for (Client side : List.of(inquirer(), addressee())) {
      assertThat(found(side, list)).containsExactly(first, second);
      JsonNode page = ok(side.getAtHead(list + "&limit=1")).json();
      assertThat(page.get("items")).hasSize(1);
      assertThat(found(side, list + "&limit=1&cursor=" + page.get("next").asString()))
          .containsExactly(second);
      assertThat(found(side, list + "&as_of=" + before)).isEmpty();
    }
    for (Client outsider :
        List.of(
            scenario.nobody(),
            scenario.as(Role.REGISTRAR, null),
            scenario.as(Role.OPERATOR, null),
            scenario.as(Role.PARTY, "corsia"))) {
      JsonNode nothing = ok(outsider.getAtHead(list)).json();
      assertThat(nothing.get("items")).isEmpty();
      assertThat(nothing.has("next")).isFalse();
    }
  }

  private static List<String> found(Client reader, String list) {
    return ok(reader.getAtHead(list))
        .json()
        .get("items")
        .valueStream()
        .map(one -> "/inquiries/" + one.get("inquiry").asString())
        .toList();
  }

  @Test
  void an_allegation_out_of_it_says_nothing_of_the_inquiry() {
    String address = opened();
    HttpAnswer submitted = created(scenario.submit(null));
    String caseId = submitted.json().get("stream").asString();
    assertThat(submitted.header("ETag")).isEqualTo("\"0\"");

    assertThat(alleged(address, "case-none").code()).isEqualTo("another_allegation");
    ok(alleged(address, caseId));

    assertThat(read(inquirer(), address).get("case_id").asString()).isEqualTo(caseId);
    for (String path : List.of("/cases/" + caseId, "/cases/" + caseId + "/timeline")) {
      assertThat(ok(scenario.nobody().get(path)).response().body()).doesNotContain("inquiry");
    }
  }

  @Test
  void who_is_no_side_cannot_tell_an_inquiry_from_none() {
    String address = opened();
    String ref = read(inquirer(), address).at("/said/0/text/0/content").asString();
    for (Client outsider :
        List.of(
            scenario.as(Role.REGISTRAR, null),
            scenario.as(Role.AUDITOR, null),
            scenario.as(Role.ADJUDICATOR, null),
            scenario.as(Role.OPERATOR, null),
            scenario.as(Role.PARTY, "corsia"),
            scenario.as(Role.MONITOR, "corsia"))) {
      assertNothing(outsider, address, ref);
    }
    assertNothing(scenario.nobody(), address, ref);
    assertThat(scenario.nobody().get("/accords/" + scenario.accord()).response().body())
        .doesNotContain("inquiry-");
    assertThat(scenario.nobody().get("/cases?accord=" + scenario.accord()).response().body())
        .doesNotContain("inquiry-");
  }

  @Test
  void a_download_withholds_it_from_everybody_but_its_sides() {
    HttpAnswer open =
        created(inquirer().post("/inquiries", body(), Map.of("Prefer", "wait=published")));
    long position = open.json().get("position").asLong();

    for (Client outsider : List.of(scenario.nobody(), scenario.as(Role.OPERATOR, null))) {
      assertThat(payload(outsider, position)).contains("\"withheld\":true");
    }
    assertThat(payload(addressee(), position)).contains("payload").doesNotContain("withheld");
  }

  @Test
  void the_same_wish_twice_opens_one_inquiry_and_a_bad_one_names_its_field() {
    Map<String, String> key = Map.of("Idempotency-Key", "inquiry-" + scenario.accord());
    HttpAnswer first = created(inquirer().post("/inquiries", body(), key));
    HttpAnswer again = created(inquirer().post("/inquiries", body(), key));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));

    HttpAnswer toItself = inquirer().post("/inquiries", body().replace("\"borea\"", "\"alba\""));
    assertThat(toItself.code()).isEqualTo("inquires_of_itself");
    assertThat(toItself.json().at("/errors/0/pointer").asString()).isEqualTo("/addressee");
  }

  private void assertNothing(Client outsider, String address, String ref) {
    assertThat(outsider.get(address).status()).isEqualTo(404);
    String none = "/inquiries/inquiry-none";
    assertThat(outsider.get(address).code()).isEqualTo(outsider.get(none).code());
    assertThat(outsider.get("/contents/" + ref).status()).isEqualTo(404);
    for (String act : List.of("/answers", "/resolution", "/allegation")) {
      HttpAnswer there = outsider.post(address + act, TEXT);
      HttpAnswer nowhere = outsider.post(none + act, TEXT);
      assertThat(there.status()).isEqualTo(nowhere.status());
      assertThat(there.code()).isEqualTo(nowhere.code());
    }
  }

  private String opened() {
    return created(inquirer().post("/inquiries", body())).header("Location");
  }

  private String body() {
    return """
    {"accord": "%s", "clause": "no-fakes", "inquirer": "alba", "addressee": "borea",
     "text": {"en": "Was this yours? هل كان؟"}}
    """
        .formatted(scenario.accord());
  }

  private HttpAnswer alleged(String address, String caseId) {
    return inquirer().post(address + "/allegation", "{\"alleged\": \"%s\"}".formatted(caseId));
  }

  private JsonNode read(Client side, String address) {
    return ok(side.get(address + "?min_position=" + ledger.head())).json();
  }

  private static String payload(Client reader, long position) {
    return ok(reader.get("/payloads?from=" + position + "&limit=1")).response().body();
  }

  private Client inquirer() {
    return scenario.as(Role.PARTY, "alba");
  }

  private Client addressee() {
    return scenario.as(Role.PARTY, "borea");
  }
}
