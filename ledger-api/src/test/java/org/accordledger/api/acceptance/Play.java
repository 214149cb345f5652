package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An accord of its own between alba and borea, with everybody who acts under it, on the ledger that
 * all rows share. Bodies are JSON; what a row cares about replaces what is usual.
 */
final class Play {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int JUDGES = 5;

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario people = new Scenario(ledger);
  private boolean rosterFilled;

  /** Drafts the accord as usual, apart from these fields. */
  static Play drafted(String changes) {
    Play play = new Play();
    ObjectNode draft =
        object(
            """
            {"accord": "%s", "title": {"en": "An accord"}, "languages": ["en", "fr"],
             "parties": [{"id": "alba", "name": {"en": "Alba"}}, {"id": "borea", "name": {"en": "Borea"}}],
             "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"}],
             "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 2}}
            """
                .formatted(play.accord()));
    created(play.registrar().post("/accords", merged(draft, changes).toString()));
    return play;
  }

  /** An accord whose one clause, {@code no-fakes}, is in force. */
  static Play inForce() {
    Play play = drafted("{}");
    play.offer("offer-1", "alba", clause("no-fakes", "{}"));
    play.bothAccept("offer-1", "no-fakes");
    return play;
  }

  String accord() {
    return people.accord();
  }

  TestLedger ledger() {
    return ledger;
  }

  Client registrar() {
    return people.as(Role.REGISTRAR, null);
  }

  Client party(String party) {
    return people.as(Role.PARTY, party);
  }

  Client as(Role role, @Nullable String body) {
    return people.as(role, body);
  }

  /** A clause as usual, apart from these fields. */
  static ObjectNode clause(String code, String changes) {
    ObjectNode usual =
        object(
            """
            {"code": "%s", "basket": "media", "kind": "prohibition",
             "text": {"en": "The parties do not spread forged documents."},
             "actor": "the parties", "acts": ["forged-document"], "target": "the public of a party",
             "time_rule": "at any time", "exclusions": "none", "evidence_standard": "clear and convincing",
             "elements": [{"code": "forged", "text": {"en": "A document was forged."}}],
             "verifiability": "a", "entry": {"needs": "all_parties"}}
            """
                .formatted(code));
    return merged(usual, changes);
  }

  /** Offers clauses that may be accepted one by one. */
  HttpAnswer offer(String offer, String by, ObjectNode... clauses) {
    return offer(offer, by, true, clauses);
  }

  HttpAnswer offer(String offer, String by, boolean severable, ObjectNode... clauses) {
    ObjectNode body =
        object(
            "{\"offer\": \"%s\", \"offered_by\": \"%s\", \"severable\": %s}"
                .formatted(offer, by, severable));
    body.putArray("items").addAll(Stream.of(clauses).toList());
    return ok(party(by).post(path("offers"), body.toString()));
  }

  HttpAnswer accept(String offer, String party, String... items) {
    return acceptWith(offer, party, "{}", items);
  }

  /** Accepts, with these fields beside the usual ones. */
  HttpAnswer acceptWith(String offer, String party, String changes, String... items) {
    return party(party)
        .post(path("acceptances"), merged(answer(offer, party, items), changes).toString());
  }

  HttpAnswer refuse(String offer, String party, String changes, String... items) {
    ObjectNode body = answer(offer, party, items).put("reason", "It is not precise enough.");
    return party(party).post(path("refusals"), merged(body, changes).toString());
  }

  void bothAccept(String offer, String... items) {
    ok(accept(offer, "alba", items));
    ok(accept(offer, "borea", items));
  }

  private static ObjectNode answer(String offer, String party, String... items) {
    ObjectNode body = object("{\"offer\": \"%s\", \"party\": \"%s\"}".formatted(offer, party));
    Stream.of(items).forEach(body.putArray("items")::add);
    return body;
  }

  /** What alba alleges against borea as usual, apart from these fields. */
  String allegation(String changes) {
    ObjectNode whole = object(people.allegation(null));
    whole.set("allegation", merged((ObjectNode) whole.get("allegation"), changes));
    return whole.toString();
  }

  /** A party alleges. */
  HttpAnswer alleges(String changes) {
    String allegation = allegation(changes);
    String complainant = object(allegation).at("/allegation/complainant").asString();
    return party(complainant).post("/cases", allegation);
  }

  /** Alleges, and gives the case's address. */
  String caseOf(String changes) {
    return created(alleges(changes)).header("Location");
  }

  String admitted(String changes) {
    return admit(caseOf(changes));
  }

  /** Admits a case. */
  String admit(String address) {
    ok(registrar().post(address + "/admission", "{}"));
    return address;
  }

  HttpAnswer responds(String address, String party, String body) {
    return party(party).post(address + "/responses", body);
  }

  /** Refers the case and lets three judges, of nations that are not concerned, vote alike. */
  void decided(String address, String opinion) {
    ok(responds(address, answering(address), "{\"kind\": \"not_us\"}"));
    seated(address);
    for (int judge = 0; judge < 3; judge++) {
      ok(votes(address, judge, opinion));
    }
    ok(adopts(address));
  }

  private String answering(String address) {
    return read(address).get("respondent").asString();
  }

  void seated(String address) {
    fillRoster();
    ok(registrar().post(address + "/referral", "{}"));
    ok(
        registrar()
            .post(address + "/panel", "{\"members\": [\"judge-0\", \"judge-1\", \"judge-2\"]}"));
  }

  private void fillRoster() {
    for (int i = 0; i < JUDGES && !rosterFilled; i++) {
      ok(
          registrar()
              .post(
                  path("panelists"),
                  "{\"member\": \"judge-%d\", \"nationality\": \"nation-%d\"}".formatted(i, i)));
    }
    rosterFilled = true;
  }

  HttpAnswer votes(String address, int judge, String opinion) {
    return people
        .adjudicator(judge)
        .post(address + "/votes", "{\"opinion\": %s}".formatted(opinion));
  }

  HttpAnswer adopts(String address) {
    return people
        .adjudicator(0)
        .post(address + "/findings", "{\"reasons\": {\"en\": \"For these reasons.\"}}");
  }

  /**
   * An opinion on the clause's elements.
   *
   * @param attributable whether it is attributable to the party; whether it happened follows from
   *     the elements
   * @param severity null unless a violation follows
   */
  static String opinion(
      Map<String, String> elements, String attributable, @Nullable String severity) {
    String answers =
        elements.entrySet().stream()
            .map(e -> "\"%s\": %s".formatted(e.getKey(), value(e.getValue())))
            .collect(Collectors.joining(", "));
    boolean happened = elements.values().stream().allMatch("established"::equals);
    return "{\"elements\": {%s}, \"happened\": %s, \"attributable\": %s%s}"
        .formatted(
            answers,
            value(happened ? "established" : "not_established"),
            value(attributable),
            severity == null ? "" : ", \"severity\": \"" + severity + "\"");
  }

  private static String value(String value) {
    return "{\"value\": \"%s\", \"confidence\": \"moderate\"}".formatted(value);
  }

  /** The opinion from which a minor violation of {@code no-fakes} follows. */
  static String violation() {
    return opinion(Map.of("forged", "established"), "established", "minor");
  }

  /** Reads as anybody, after everything that is stored has reached the views. */
  JsonNode read(String path) {
    return answer(path).json();
  }

  HttpAnswer answer(String path) {
    long head = ledger.head();
    Map<String, String> asJson = Map.of("Accept", "application/json");
    for (String view :
        new String[] {
          "/scorecard?accord=" + accord() + "&", "/cases?", "/series?", "/accords/" + accord() + "?"
        }) {
      ok(ledger.get(view + "min_position=" + head, asJson));
    }
    return ok(ledger.get(path, asJson));
  }

  /** The page of an address, as a browser gets it. */
  String page(String path) {
    answer(path);
    return ok(ledger.get(path, Map.of("Accept", "text/html"))).response().body();
  }

  /** The accord as everybody reads it. */
  JsonNode accordNow() {
    return read("/accords/" + accord());
  }

  JsonNode cell(String party, String clause) {
    return read("/cells/%s/%s/%s".formatted(accord(), party, clause)).get("cell");
  }

  String path(String act) {
    return people.path(act);
  }

  static ObjectNode object(String json) {
    return (ObjectNode) JSON.readTree(json);
  }

  private static ObjectNode merged(ObjectNode usual, String changes) {
    ObjectNode merged = usual.deepCopy();
    merged.setAll(object(changes));
    return merged;
  }
}
