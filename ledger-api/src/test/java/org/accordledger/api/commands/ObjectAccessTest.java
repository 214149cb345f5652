package org.accordledger.api.commands;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.api.security.CommandAccess;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A role is not enough: it must be held under this accord, for this side, or on this panel. */
class ObjectAccessTest {
  private static final String NONE = "{}";
  private static final String TEXT = "{\"text\": {\"en\": \"A text.\"}}";
  private static final String OPINION =
      """
      {"opinion": {"elements": {"forged": {"value": "established", "confidence": "high", "exhibits": ["letter"]}},
        "happened": {"value": "established", "confidence": "high"},
        "attributable": {"value": "established", "confidence": "moderate"}, "severity": "minor"}}
      """;

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();
  private final Client registrar = scenario.as(Role.REGISTRAR, null);
  private final Client complainant = scenario.as(Role.PARTY, "alba");
  private final Client respondent = scenario.as(Role.PARTY, "borea");
  private final Client third = scenario.as(Role.PARTY, "corsia");
  private final String address = created(scenario.submit(null)).header("Location");
  private final String series =
      created(
              scenario
                  .as(Role.MONITOR, "watch")
                  .post(
                      "/series",
                      """
                      {"series": "series-of-%s", "keeper": "watch", "accord": "%s", "title": "Forged documents",
                       "indicator": "forged documents found", "unit": "documents",
                       "source": "https://example.org/forged", "method": "by the day they were found",
                       "concerns": "borea", "periods": "year", "marking": "clear"}
                      """
                          .formatted(scenario.accord(), scenario.accord())))
          .header("Location");
  private final String inquiry =
      created(
              complainant.post(
                  "/inquiries",
                  """
                  {"accord": "%s", "clause": "no-fakes", "inquirer": "alba", "addressee": "borea",
                   "text": {"en": "Was this yours?"}}
                  """
                      .formatted(scenario.accord())))
          .header("Location");
  private final String election =
      created(
              scenario
                  .with(ledger.token("calendar", Role.REGISTRAR, null, null))
                  .post(
                      "/elections",
                      """
                      {"election": "election-of-%s", "country": "borea", "title": "Parliament",
                       "held_on": null, "source": "https://example.org/elections"}
                      """
                          .formatted(scenario.accord())))
          .header("Location");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PUBLIC", "SYSTEM"})
  void a_token_of_another_accord_does_nothing_under_this_one(Role role) {
    long head = ledger.head();
    String account = "foreign-" + role.name().toLowerCase(Locale.ROOT);
    Client foreign = scenario.with(ledger.token(account, role, "accord-elsewhere", "alba"));
    for (CommandRoute route : CommandRoute.ALL) {
      String body = NONE;
      String path = route.path();
      if (route.creates()) {
        body =
            route.kind() == CommandRoute.Kind.CASE
                ? scenario.allegation(null)
                : "{\"accord\": \"" + scenario.accord() + "\"}";
      } else {
        path =
            path.replace("{accord}", scenario.accord())
                .replace("/cases/{case}", address)
                .replace("/elections/{election}", election)
                .replace("/series/{series}", series)
                .replace("/inquiries/{inquiry}", inquiry);
      }
      // nobody but its two sides learns by an act whether there is an inquiry
      boolean hidden =
          path.startsWith(inquiry) && CommandAccess.rolesFor(route.command()).contains(role);
      HttpAnswer answer = foreign.post(path, body);
      assertThat(answer.status()).as(path).isEqualTo(hidden ? 404 : 403);
      assertThat(answer.code()).as(path).isEqualTo(hidden ? "not_found" : "forbidden");
    }
    assertThat(ledger.head()).isEqualTo(head);
  }

  @Test
  void whoever_screens_or_moves_a_case_is_no_side_of_it() {
    for (String body : new String[] {"alba", "borea"}) {
      refused(scenario.as(Role.REGISTRAR, body), "admission", NONE, "own_case");
      refused(scenario.as(Role.REGISTRAR, body), "joinder", "{\"into\": \"case-x\"}", "own_case");
    }
  }

  @Test
  void only_the_sides_do_what_is_theirs() {
    String reason = "{\"reason\": \"It was settled.\"}";
    String denial = "{\"kind\": \"not_us\"}";
    refused(third, "withdrawal", reason, "complainant_only");
    refused(respondent, "withdrawal", reason, "complainant_only");
    ok(registrar.post(address + "/admission", NONE));
    refused(third, "responses", denial, "respondent_only");
    refused(complainant, "responses", denial, "respondent_only");
    ok(respondent.post(address + "/responses", denial));
    refused(third, "settlement-proposals", TEXT, "sides_only");
    refused(scenario.as(Role.MONITOR, "watchers"), "settlement-proposals", TEXT, "sides_only");
    ok(complainant.post(address + "/settlement-proposals", TEXT));
    refused(third, "settlement-acceptances", NONE, "sides_only");
    refused(complainant, "settlement-acceptances", NONE, "own_proposal");
  }

  @Test
  void a_body_without_a_part_in_the_accord_answers_no_offer_for_another() {
    String acceptance = "{\"offer\": \"offer-1\", \"party\": \"borea\", \"items\": [\"no-fakes\"]}";

    HttpAnswer answer = third.post(scenario.path("acceptances"), acceptance);

    assertThat(answer.code()).isEqualTo("acts_for_another");
  }

  @Test
  void a_panelist_who_is_not_seated_does_not_decide_and_a_side_does_not_judge() {
    beforeSeatedPanel();
    Client unseated = scenario.adjudicator(9);
    refused(unseated, "votes", OPINION, "not_a_member");
    refused(unseated, "findings", NONE, "not_a_member");
    refused(scenario.as(Role.ADJUDICATOR, "borea"), "votes", OPINION, "own_case");
    decide();
    refused(unseated, "upheld-findings", NONE, "not_a_member");
    refused(unseated, "revised-findings", NONE, "not_a_member");
    refused(third, "review-requests", "{\"ground\": \"New facts.\"}", "sides_only");
  }

  @Test
  void a_monitor_that_filed_a_case_proposes_to_settle_it_and_asks_for_its_review() {
    Client monitor = scenario.as(Role.MONITOR, "alba");
    ok(registrar.post(address + "/admission", NONE));
    ok(respondent.post(address + "/responses", "{\"kind\": \"not_us\"}"));
    ok(monitor.post(address + "/settlement-proposals", TEXT));
    seatPanel();
    decide();

    ok(monitor.post(address + "/review-requests", "{\"ground\": \"The dates were misread.\"}"));
  }

  private void beforeSeatedPanel() {
    ok(registrar.post(address + "/admission", NONE));
    ok(respondent.post(address + "/responses", "{\"kind\": \"not_us\"}"));
    seatPanel();
  }

  private void seatPanel() {
    scenario.appointPanelists();
    ok(registrar.post(address + "/referral", NONE));
    ok(
        registrar.post(
            address + "/panel", "{\"members\": [\"judge-0\", \"judge-1\", \"judge-2\"]}"));
  }

  private void decide() {
    for (int judge = 0; judge < 3; judge++) {
      ok(scenario.adjudicator(judge).post(address + "/votes", OPINION));
    }
    ok(scenario.adjudicator(0).post(address + "/findings", NONE));
  }

  /** Refused for who it is, by the version the case has, and nothing is stored. */
  private void refused(Client client, String act, String body, String code) {
    long head = ledger.head();
    HttpAnswer answer = client.post(address + "/" + act, body, Map.of());
    assertThat(answer.code()).as(act + ": " + answer.response().body()).isEqualTo(code);
    assertThat(answer.status()).as(act).isEqualTo(422);
    assertThat(ledger.head()).isEqualTo(head);
  }
}
