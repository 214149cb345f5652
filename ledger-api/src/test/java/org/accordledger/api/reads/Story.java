package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;

/** One accord with cases in it, and readers of them; everything over HTTP. */
public final class Story {
  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();
  private long position = ledger.head();

  public String accord() {
    return scenario.accord();
  }

  public Scenario scenario() {
    return scenario;
  }

  /** Last position this story wrote. */
  public long position() {
    return position;
  }

  /** Submits an allegation, with parts of its JSON replaced by others; gives the case's id. */
  public String submit(String... replacements) {
    String body = scenario.allegation(null);
    for (int i = 0; i < replacements.length; i += 2) {
      if (!body.contains(replacements[i])) {
        throw new IllegalArgumentException("the allegation has no " + replacements[i]);
      }
      body = body.replace(replacements[i], replacements[i + 1]);
    }
    HttpAnswer answer = created(scenario.as(Role.PARTY, "alba").post("/cases", body));
    return wrote(answer).json().get("stream").asString();
  }

  public void admit(String caseId) {
    wrote(ok(registrar().post("/cases/" + caseId + "/admission", "{}")));
  }

  public void respond(String caseId, String kind, String text) {
    String body = "{\"kind\": \"%s\", \"text\": {\"en\": \"%s\"}}".formatted(kind, text);
    wrote(ok(scenario.as(Role.PARTY, "borea").post("/cases/" + caseId + "/responses", body)));
  }

  /** From the referral to a finding of a violation. */
  public void decide(String caseId, String reasons) {
    decide(caseId, reasons, "letter");
  }

  /** The same, where the votes rest on these exhibits. */
  public void decide(String caseId, String reasons, String... exhibits) {
    String named = Stream.of(exhibits).map("\"%s\""::formatted).toList().toString();
    String vote =
        """
        {"opinion": {"elements": {"forged": {"value": "established", "confidence": "high", "exhibits": %s}},
          "happened": {"value": "established", "confidence": "high"},
          "attributable": {"value": "established", "confidence": "moderate"}, "severity": "minor"}}
        """
            .formatted(named);
    scenario.appointPanelists();
    wrote(ok(registrar().post("/cases/" + caseId + "/referral", "{}")));
    wrote(
        ok(
            registrar()
                .post(
                    "/cases/" + caseId + "/panel",
                    "{\"members\": [\"judge-0\", \"judge-1\", \"judge-2\"]}")));
    for (int judge = 0; judge < 3; judge++) {
      wrote(ok(scenario.adjudicator(judge).post("/cases/" + caseId + "/votes", vote)));
    }
    wrote(
        ok(
            scenario
                .adjudicator(0)
                .post(
                    "/cases/" + caseId + "/findings",
                    "{\"reasons\": {\"en\": \"" + reasons + "\"}}")));
  }

  private Client registrar() {
    return scenario.as(Role.REGISTRAR, null);
  }

  private HttpAnswer wrote(HttpAnswer answer) {
    position = Math.max(position, answer.json().get("position").asLong());
    return answer;
  }

  /** Reads as anybody, after what this story wrote has reached the views. */
  public HttpAnswer read(String path) {
    return read(path, "application/json", null);
  }

  public HttpAnswer read(String path, String accept, @Nullable String token) {
    awaitViews();
    Map<String, String> headers = new HashMap<>(Map.of("Accept", accept));
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return ledger.get(path, headers);
  }

  /** A page as anybody. */
  public HttpAnswer page(String path) {
    return read(path, "text/html", null);
  }

  public HttpAnswer readIfNoneMatch(String path, String etag) {
    return ledger.get(path, Map.of("Accept", "application/json", "If-None-Match", etag));
  }

  private void awaitViews() {
    for (String view :
        new String[] {
          "/scorecard?accord=" + accord() + "&", "/cases?", "/accords/" + accord() + "?"
        }) {
      ok(ledger.get(view + "min_position=" + position, Map.of("Accept", "application/json")));
    }
  }

  public String cell(String party) {
    return "/cells/" + accord() + "/" + party + "/no-fakes";
  }

  public String token(Role role, @Nullable String body) {
    return ledger.token(
        "reader-" + role.name().toLowerCase(java.util.Locale.ROOT), role, accord(), body);
  }
}
