package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.core.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wherever a request has a text, a text that says nothing is refused by its place. */
class BlankTextTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TestLedger LEDGER = TestLedger.shared();
  private static final Scenario SCENARIO = new Scenario(LEDGER);
  private static final Scenario UNDRAFTED = new Scenario(LEDGER);

  private static final String ACCORD =
      """
      {"accord": "accord-other", "title": {"en": "T"}, "lineage": ["An older text"], "languages": ["en"],
       "parties": [{"id": "alba", "name": {"en": "Alba"}}],
       "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"}],
       "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 3}}
      """;
  private static final String OFFER =
      """
      {"offer": "offer-2", "offered_by": "alba", "severable": true, "source": "A note", "items": [
        {"code": "no-spies", "basket": "media", "kind": "prohibition", "text": {"en": "No spies."},
         "actor": "the parties", "acts": ["spying"], "target": "the public", "time_rule": "at any time",
         "exclusions": "none", "evidence_standard": "clear", "protected_conduct": ["reporting"],
         "elements": [{"code": "spied", "text": {"en": "Somebody spied."}}], "reiterates": ["An older text"],
         "verifiability": "a", "entry": {"needs": "all_parties"}}]}
      """;

  /** What a clause may lack; the clause check tells it. */
  private static final Set<String> MAY_LACK =
      Set.of("actor", "target", "time_rule", "exclusions", "evidence_standard");

  /** A request with one text of it blank. */
  record Blank(Role role, String path, String place, String body) {
    @Override
    public String toString() {
      return path + " " + place;
    }
  }

  @BeforeAll
  static void an_accord_is_in_force() {
    SCENARIO.inForce();
  }

  static Stream<Blank> blanks() {
    ObjectNode allegation = object(SCENARIO.allegation("a-key"));
    ObjectNode filed = (ObjectNode) allegation.get("allegation");
    filed.putArray("hypotheses").add("Somebody else did it.");
    filed.put("attribution_confidence", "low");
    filed
        .putArray("actor_chain")
        .add(object("{\"level\": \"person\", \"person\": \"A name\", \"control\": \"unknown\"}"))
        .add(
            object(
                "{\"level\": \"group\", \"name\": \"G\", \"state\": \"borea\", \"control\":"
                    + " \"funding\"}"));
    ObjectNode exhibit = (ObjectNode) filed.at("/exhibits/0");
    exhibit.put("origin_url", "https://example.org/1").put("archive_url", "https://example.org/2");
    return Stream.of(
            blanks(Role.PARTY, "/cases", allegation),
            blanks(Role.REGISTRAR, "/accords", object(ACCORD).put("accord", UNDRAFTED.accord())),
            blanks(Role.PARTY, SCENARIO.path("offers"), object(OFFER)))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void a_text_that_says_nothing_is_refused_by_its_place(Blank blank) {
    long before = LEDGER.head();

    HttpAnswer answer =
        blank.role() == Role.PARTY
            ? SCENARIO.as(Role.PARTY, "alba").post(blank.path(), blank.body())
            : UNDRAFTED.as(blank.role(), null).post(blank.path(), blank.body());

    assertThat(answer.status()).as(answer.response().body()).isBetween(400, 422);
    String pointer = answer.json().at("/errors/0/pointer").asString("");
    // a text in no language is missing as a whole, and the detail says which
    assertThat(pointer.isEmpty())
        .as(answer.response().body())
        .isEqualTo(answer.code().equals("text_missing") && blank.path().equals("/accords"));
    assertThat(blank.place()).startsWith(pointer);
    assertThat(LEDGER.head()).isEqualTo(before);
  }

  private static List<Blank> blanks(Role role, String path, ObjectNode body) {
    List<Blank> blanks = new ArrayList<>();
    for (String place : places("", body)) {
      for (String nothing : new String[] {"", " \t "}) {
        ObjectNode changed = body.deepCopy();
        int last = place.lastIndexOf('/');
        JsonNode parent = changed.at(place.substring(0, last));
        switch (parent) {
          case ObjectNode object -> object.put(place.substring(last + 1), nothing);
          case ArrayNode list -> list.set(Integer.parseInt(place.substring(last + 1)), nothing);
          default -> throw new IllegalStateException(place);
        }
        blanks.add(new Blank(role, path, place, changed.toString()));
      }
    }
    return blanks;
  }

  /** Where the texts of a body stand. */
  private static List<String> places(String at, JsonNode node) {
    List<String> places = new ArrayList<>();
    if (node.isString() && !MAY_LACK.contains(at.substring(at.lastIndexOf('/') + 1))) {
      places.add(at);
    }
    node.properties()
        .forEach(member -> places.addAll(places(at + "/" + member.getKey(), member.getValue())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.addAll(places(at + "/" + i, node.get(i)));
    }
    return places;
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) JSON.readTree(json);
  }
}
