package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;

/** One accord between alba and borea with everybody who acts under it, over HTTP. */
public final class Scenario {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestLedger ledger;
  private final String accord = "accord-test-" + NUMBER.incrementAndGet();
  private final Map<String, String> etags = new ConcurrentHashMap<>();
  private boolean retrospective;

  public Scenario(TestLedger ledger) {
    this.ledger = ledger;
  }

  /** Its accord is to be kept after the fact. */
  public Scenario retrospective() {
    retrospective = true;
    return this;
  }

  public String accord() {
    return accord;
  }

  public Client nobody() {
    return new Client(ledger, null, etags);
  }

  public Client as(Role role, @Nullable String body) {
    String account = role.name().toLowerCase(Locale.ROOT) + (body == null ? "" : "-" + body);
    return new Client(ledger, ledger.token(account, role, accord, body), etags);
  }

  /** Whoever holds this token. */
  public Client with(String token) {
    return new Client(ledger, token, etags);
  }

  public Client adjudicator(int number) {
    return new Client(
        ledger, ledger.token("judge-" + number, Role.ADJUDICATOR, accord, null), etags);
  }

  public HttpAnswer draft() {
    return as(Role.REGISTRAR, null)
        .post(
            "/accords",
            """
            {"accord": "%s", "title": {"en": "Test accord"}, "languages": ["en"],
             "parties": [{"id": "alba", "name": {"en": "Alba"}}, {"id": "borea", "name": {"en": "Borea"}}],
             "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"}],
             "retrospective": %s,
             "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 3}}
            """
                .formatted(accord, retrospective));
  }

  /** Drafts, offers and accepts twice: the clause is in force since 2015. */
  public Scenario inForce() {
    created(draft());
    ok(
        as(Role.PARTY, "alba")
            .post(
                path("offers"),
                """
                {"offer": "offer-1", "offered_by": "alba", "severable": true, "items": [
                  {"code": "no-fakes", "basket": "media", "kind": "prohibition",
                   "text": {"en": "The parties do not spread forged documents."},
                   "actor": "the parties", "acts": ["forged-document"], "target": "the public of a party",
                   "time_rule": "at any time", "exclusions": "none", "evidence_standard": "clear and convincing",
                   "elements": [{"code": "forged", "text": {"en": "A document was forged."}}],
                   "verifiability": "a", "entry": {"needs": "all_parties"}, "effective_from": null}]}
                """));
    for (String party : new String[] {"alba", "borea"}) {
      ok(
          as(Role.PARTY, party)
              .post(
                  path("acceptances"),
                  "{\"offer\": \"offer-1\", \"party\": \"%s\", \"items\": [\"no-fakes\"]}"
                      .formatted(party)));
    }
    return this;
  }

  public void appointPanelists() {
    String[] nations = {"corsia", "delmar", "estia"};
    for (int i = 0; i < nations.length; i++) {
      ok(
          as(Role.REGISTRAR, null)
              .post(
                  path("panelists"),
                  "{\"member\": \"judge-%d\", \"nationality\": \"%s\"}".formatted(i, nations[i])));
    }
  }

  public String allegation(@Nullable String sourceId) {
    return """
    {"allegation": {"accord": "%s", "clause": "no-fakes", "respondent": "borea", "complainant": "alba",
      "acts": ["forged-document"], "occurred": {"from": "%s", "precision": "day"}, "victims": ["alba"],
      "title": "A forged letter", "narrative": {"en": "A letter was forged."}, "marking": "clear", %s
      "exhibits": [{"id": "letter", "kind": "press", "title": "The letter", "marking": "clear", "text": "Dear all"}]}}
    """
        .formatted(
            accord,
            LocalDate.now(ZoneOffset.UTC),
            sourceId == null ? "" : "\"source_id\": \"" + sourceId + "\",");
  }

  /** Submits; the answer names the case. */
  public HttpAnswer submit(@Nullable String sourceId) {
    return as(Role.PARTY, "alba").post("/cases", allegation(sourceId));
  }

  public String path(String act) {
    return "/accords/" + accord + "/" + act;
  }

  public static HttpAnswer ok(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer;
  }

  public static HttpAnswer created(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer;
  }
}
