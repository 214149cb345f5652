package org.accordledger.api.commands;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case that names another tells nothing of it to who may not know of that other. */
class NamedCaseTest {
  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();
  private final Client registrar = scenario.as(Role.REGISTRAR, null);

  @Test
  void a_case_is_not_joined_into_one_that_is_marked_closer() {
    String open = submit("alba", "clear");
    String closed = submit("alba", "amber");

    HttpAnswer answer = join(open, closed);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("marked_closer");
    assertThat(registrar.getAtHead("/cases/" + open).json().get("stage").asString())
        .isEqualTo("submitted");
  }

  @Test
  void a_counter_allegation_is_not_named_by_a_case_that_is_marked_more_openly() {
    String open = submit("alba", "clear");
    ok(registrar.post("/cases/" + open + "/admission", "{}"));
    String counter =
        created(
                scenario
                    .as(Role.PARTY, "borea")
                    .post(
                        "/cases",
                        allegation("alba", "red")
                            .replace("\"respondent\": \"borea\"", "\"respondent\": \"alba\"")
                            .replace("\"complainant\": \"alba\"", "\"complainant\": \"borea\"")))
            .json()
            .get("stream")
            .asString();

    HttpAnswer answer =
        scenario
            .as(Role.PARTY, "borea")
            .post(
                "/cases/" + open + "/responses",
                "{\"kind\": \"counter_allegation\", \"counter_case\": \"%s\"}".formatted(counter));

    assertThat(answer.code()).isEqualTo("marked_closer");
  }

  @Test
  void the_complainant_of_a_joined_case_does_not_learn_of_another_complainants_case() {
    ok(registrar.post(scenario.path("standing"), "{\"body\": \"watch\"}"));
    String own = submit("alba", "amber");
    String others = submit("watch", "amber");
    HttpAnswer joined =
        ok(
            registrar.post(
                "/cases/" + own + "/joinder",
                "{\"into\": \"%s\"}".formatted(others),
                Map.of("Prefer", "wait=published")));
    long position = joined.json().get("position").asLong();
    Client side = scenario.as(Role.PARTY, "alba");

    for (String address :
        new String[] {"/cases/" + own, "/cases/" + own + "/timeline", "/cases?limit=200"}) {
      assertThat(side.getAtHead(address).response().body()).as(address).doesNotContain(others);
    }
    assertThat(page(own)).contains(own).doesNotContain(others);
    assertThat(side.get("/cases/" + own).json().get("stage").asString()).isEqualTo("joined");
    assertThat(payload(side, position).get("withheld").asBoolean()).isTrue();

    assertThat(registrar.getAtHead("/cases/" + own).json().get("joined_into").asString())
        .isEqualTo(others);
    assertThat(registrar.getAtHead("/cases/" + own + "/timeline").response().body())
        .contains(others);
    assertThat(payload(registrar, position).get("payload").asString()).contains(others);
  }

  private static JsonNode payload(Client reader, long position) {
    return JsonMapper.shared()
        .readTree(reader.get("/payloads?limit=1&from=" + position).response().body());
  }

  private String page(String caseId) {
    String token = ledger.token("party-alba", Role.PARTY, scenario.accord(), "alba");
    return ledger
        .get("/cases/" + caseId, Map.of("Authorization", "Bearer " + token, "Accept", "text/html"))
        .response()
        .body();
  }

  private HttpAnswer join(String caseId, String into) {
    return registrar.post("/cases/" + caseId + "/joinder", "{\"into\": \"%s\"}".formatted(into));
  }

  private String submit(String complainant, String marking) {
    Role role = complainant.equals("watch") ? Role.MONITOR : Role.PARTY;
    return created(scenario.as(role, complainant).post("/cases", allegation(complainant, marking)))
        .json()
        .get("stream")
        .asString();
  }

  private String allegation(String complainant, String marking) {
    return scenario
        .allegation(null)
        .replace("\"complainant\": \"alba\"", "\"complainant\": \"%s\"".formatted(complainant))
        .replace("\"marking\": \"clear\", \n", "\"marking\": \"%s\", \n".formatted(marking));
  }
}
