package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;

/** The main line over HTTP alone: from a draft to a finding. */
class MainLineTest {
  private static final String VOTE =
      """
      {"opinion": {"elements": {"forged": {"value": "established", "confidence": "high", "exhibits": ["letter"]}},
        "happened": {"value": "established", "confidence": "high"},
        "attributable": {"value": "established", "confidence": "moderate"}, "severity": "minor"}}
      """;

  private final Scenario scenario = new Scenario(TestLedger.shared());

  @Test
  void an_allegation_goes_from_submission_to_a_finding() {
    scenario.inForce();
    scenario.appointPanelists();
    Client registrar = scenario.as(Role.REGISTRAR, null);

    HttpAnswer submitted = created(scenario.submit(null));
    String address = submitted.header("Location");
    assertThat(address).matches("/cases/case-[0-9a-f-]{36}");
    assertThat(submitted.header("ETag")).isEqualTo("\"0\"");
    assertThat(submitted.header("Ledger-Position"))
        .isEqualTo(submitted.json().get("position").asString());
    assertThat(submitted.json().get("durable").asBoolean()).isTrue();

    ok(registrar.post(address + "/admission", "{}"));
    ok(
        scenario
            .as(Role.PARTY, "borea")
            .post(
                address + "/responses", "{\"kind\": \"not_us\", \"text\": {\"en\": \"Not us.\"}}"));
    ok(registrar.post(address + "/referral", "{}"));
    ok(
        registrar.post(
            address + "/panel", "{\"members\": [\"judge-0\", \"judge-1\", \"judge-2\"]}"));
    for (int judge = 0; judge < 3; judge++) {
      ok(scenario.adjudicator(judge).post(address + "/votes", VOTE));
    }
    HttpAnswer finding =
        ok(
            scenario
                .adjudicator(0)
                .post(address + "/findings", "{\"reasons\": {\"en\": \"It was forged.\"}}"));

    // the finding comes after the texts that it cites
    assertThat(finding.json().get("version").asInt()).isEqualTo(10);
    assertThat(finding.header("ETag")).isEqualTo("\"10\"");
  }
}
