package org.accordledger.api.commands;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** To whom a case is hidden, writing to it tells as little as reading it. */
class HiddenCaseTest {
  private static final List<CommandRoute> ACTS =
      CommandRoute.ALL.stream()
          .filter(route -> route.kind() == CommandRoute.Kind.CASE && !route.creates())
          .toList();

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();

  @ParameterizedTest
  @EnumSource(names = {"MONITOR", "PARTY", "NEGOTIATOR"})
  void who_is_no_side_cannot_tell_a_hidden_case_from_none_by_any_act(Role role) {
    String hidden = submit("red");
    String token = ledger.token(account("outside", role), role, scenario.accord(), "corsia");

    assertThat(answers(hidden, token, "\"7\"")).isEqualTo(answers("case-none", token, "\"7\""));
  }

  @ParameterizedTest
  @EnumSource(names = {"MONITOR", "PARTY", "REGISTRAR", "ADJUDICATOR", "AUDITOR", "OPERATOR"})
  void who_has_a_role_under_another_accord_only_cannot_tell_either(Role role) {
    String hidden = submit("red");
    String token = ledger.token(account("elsewhere", role), role, "accord-elsewhere", "alba");

    assertThat(answers(hidden, token, "\"7\"")).isEqualTo(answers("case-none", token, "\"7\""));
  }

  @Test
  void the_two_sides_and_those_with_an_office_learn_its_version_and_may_act() {
    String hidden = submit("red");

    HttpAnswer stale =
        scenario
            .as(Role.PARTY, "borea")
            .post("/cases/" + hidden + "/responses", "{\"kind\": \"not_us\"}", version(7));
    assertThat(stale.status()).isEqualTo(412);
    ok(scenario.as(Role.REGISTRAR, null).post("/cases/" + hidden + "/admission", "{}"));
    ok(scenario.as(Role.PARTY, "alba").post("/cases/" + hidden + "/withdrawal", withReason()));
  }

  @Test
  void what_is_marked_for_the_community_is_known_to_every_token() {
    String green = submit("green");

    HttpAnswer answer =
        scenario.as(Role.PARTY, "corsia").post("/cases/" + green + "/withdrawal", withReason());

    assertThat(answer.code()).isEqualTo("complainant_only");
  }

  private static String account(String name, Role role) {
    return name + "-" + role.name().toLowerCase(Locale.ROOT);
  }

  private static String withReason() {
    return "{\"reason\": \"The document was found to be genuine.\"}";
  }

  private static Map<String, String> version(int version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private String submit(String marking) {
    String body = scenario.allegation(null);
    String own = "\"marking\": \"clear\", \n";
    assertThat(body).contains(own);
    return created(
            scenario
                .as(Role.PARTY, "alba")
                .post("/cases", body.replace(own, "\"marking\": \"" + marking + "\", \n")))
        .json()
        .get("stream")
        .asString();
  }

  /** Every answer without what names the request itself. */
  private Map<String, Map<String, Object>> answers(String caseId, String token, String etag) {
    Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
    for (CommandRoute act : ACTS) {
      Map<String, String> sent =
          Map.of(
              "Authorization",
              "Bearer " + token,
              "Content-Type",
              "application/json",
              "Idempotency-Key",
              UUID.randomUUID().toString(),
              "If-Match",
              etag);
      HttpAnswer answer = ledger.post("/cases/" + caseId + "/" + act.act(), "{}", sent);
      Map<String, Object> shown = new HashMap<>();
      answer.json().properties().forEach(member -> shown.put(member.getKey(), member.getValue()));
      shown.remove("instance");
      shown.remove("trace_id");
      Set<String> headers = new TreeSet<>(answer.response().headers().map().keySet());
      // the server ends a connection after so many answers, whatever they are
      headers.remove("connection");
      shown.put("headers", headers);
      answers.put(act.act(), shown);
    }
    return answers;
  }
}
