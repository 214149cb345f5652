package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;

/** What a command says of another case is looked up in that case's own stream. */
class OtherCaseTest {
  private final Scenario scenario = new Scenario(TestLedger.shared()).inForce();

  @Test
  void a_case_is_joined_into_an_open_one_and_never_back() {
    String first = submitted("first");
    String second = submitted("second");

    assertThat(joined(first, "case-that-nobody-submitted").code()).isEqualTo("join_mismatch");
    ok(joined(first, second));
    assertThat(joined(second, first).code()).isEqualTo("join_mismatch");
  }

  private String submitted(String sourceId) {
    return created(scenario.submit(sourceId)).json().get("stream").asString();
  }

  private HttpAnswer joined(String caseId, String into) {
    return scenario
        .as(Role.REGISTRAR, null)
        .post("/cases/" + caseId + "/joinder", "{\"into\": \"%s\"}".formatted(into));
  }
}
