package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exhibit that is marked closer than its case, for those who may know of the case alone. */
class HiddenExhibitTest {
  private static final String EXHIBITS = "\"exhibits\": [";
  private static final String WITNESS =
      "{\"kind\": \"testimony\", \"title\": \"A witness\", \"marking\": \"red\"}";
  private static final Pattern LINK_TO_EXHIBIT = Pattern.compile("href=\"#(exhibit-[^\"]+)\"");

  private final Story story = new Story();

  @Test
  void what_rests_on_a_hidden_exhibit_says_so_and_no_view_names_it() {
    String address = "/cases/" + decided("letter");
    String witness = witness(address);
    JsonNode vote = story.read(address).json().at("/panel/votes/0/opinion/elements/forged");
    JsonNode finding = story.read(address).json().at("/findings/0/opinion/elements/forged");

    for (JsonNode answer : List.of(vote, finding)) {
      assertThat(answer.get("exhibits").toString()).isEqualTo("[\"letter\"]");
      assertThat(answer.get("rests_on_more").asBoolean()).isTrue();
    }
    assertThat(story.read(address).response().body()).doesNotContain(witness);
    assertThat(story.read(address + "/timeline").response().body())
        .contains("case.finding_adopted")
        .doesNotContain(witness);
    String page = story.page(address).response().body();
    assertThat(page).doesNotContain(witness).contains("and evidence that this reader is not shown");
  }

  @Test
  void who_may_see_the_exhibit_is_told_what_rests_on_it() {
    String address = "/cases/" + decided("letter");
    String witness = witness(address);
    JsonNode answer = registrar(address).json().at("/findings/0/opinion/elements/forged");

    assertThat(answer.get("exhibits").valueStream().map(JsonNode::asString))
        .containsExactly("letter", witness);
    assertThat(answer.get("rests_on_more").asBoolean()).isFalse();
    assertThat(registrar(address + "/timeline").response().body()).contains(witness);
  }

  @Test
  void every_link_to_an_exhibit_leads_to_one_on_the_page() {
    String page = story.page("/cases/" + decided("letter")).response().body();

    List<String> targets =
        LINK_TO_EXHIBIT.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(targets).contains("exhibit-letter");
    assertThat(targets).allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
  }

  @Test
  void what_rests_on_nothing_else_that_is_shown_does_not_look_as_if_it_rested_on_nothing() {
    String page = story.page("/cases/" + decided()).response().body();

    assertThat(page).contains(">evidence that this reader is not shown<");
  }

  @Test
  void the_payload_of_a_finding_is_whole_and_names_a_handle_that_tells_nothing() {
    String address = "/cases/" + decided("letter");
    String witness = witness(address);
    assertThat(UUID.fromString(witness).version()).isEqualTo(4);

    JsonNode found =
        story
            .read(address + "/timeline")
            .json()
            .get("items")
            .valueStream()
            .filter(item -> item.get("type").asString().startsWith("case.finding_adopted"))
            .findFirst()
            .orElseThrow();
    long position = found.get("position").asLong();
    publishedUntilNow();
    HttpAnswer payload = story.read("/payloads?limit=1&from=" + position, "*/*", null);
    JsonNode line = JsonMapper.shared().readTree(payload.response().body());
    assertThat(line.get("payload").asString()).contains(witness);
  }

  @ParameterizedTest
  @CsvSource({
    "witness-x, red",
    "letter-2, green",
    "7d444840-9dc0-11d1-b245-5ffdce74fad2, red",
    "018f3c1e-5b7a-7c2d-9e4f-0a1b2c3d4e5f, red"
  })
  void an_id_that_may_tell_something_is_refused_by_its_place(String id, String marking) {
    HttpAnswer submitted =
        story
            .scenario()
            .as(Role.PARTY, "alba")
            .post(
                "/cases",
                story
                    .scenario()
                    .allegation(null)
                    .replace(EXHIBITS, EXHIBITS + exhibit(id, marking) + ", "));
    HttpAnswer later = corroborate(answered(), exhibit(id, marking));

    assertThat(submitted.code()).isEqualTo("telling_exhibit_id");
    assertThat(submitted.json().at("/errors/0/pointer").asString())
        .isEqualTo("/allegation/exhibits");
    assertThat(later.code()).isEqualTo("telling_exhibit_id");
    assertThat(later.json().at("/errors/0/pointer").asString()).isEqualTo("/exhibits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clear", "red"})
  void a_random_id_of_the_writers_own_is_kept(String marking) {
    String id = UUID.randomUUID().toString();
    String address = answered();

    ok(corroborate(address, exhibit(id, marking)));

    assertThat(registrar(address).json().at("/corroborations/0/exhibits/0/id").asString())
        .isEqualTo(id);
  }

  private void publishedUntilNow() {
    created(
        story
            .scenario()
            .as(Role.PARTY, "alba")
            .post("/cases", story.scenario().allegation(null), Map.of("Prefer", "wait=published")));
  }

  private String answered() {
    String id = story.submit();
    story.admit(id);
    story.respond(id, "not_us", "We had no part in it.");
    return "/cases/" + id;
  }

  private HttpAnswer corroborate(String address, String exhibit) {
    return story
        .scenario()
        .as(Role.PARTY, "alba")
        .post(address + "/corroborations", "{\"exhibits\": [" + exhibit + "]}");
  }

  private static String exhibit(String id, String marking) {
    return "{\"id\": \"%s\", \"kind\": \"testimony\", \"title\": \"A witness\", \"marking\": \"%s\"}"
        .formatted(id, marking);
  }

  /** A case with an open letter and a hidden witness, decided by the witness and by these. */
  private String decided(String... open) {
    String id = story.submit(EXHIBITS, EXHIBITS + WITNESS + ", ");
    story.admit(id);
    story.respond(id, "not_us", "We had no part in it.");
    String[] exhibits = Arrays.copyOf(open, open.length + 1);
    exhibits[open.length] = witness("/cases/" + id);
    story.decide(id, "A letter was forged, as a witness says.", exhibits);
    return id;
  }

  /** The id that the ledger gave the witness. */
  private String witness(String address) {
    return registrar(address).json().at("/allegation/exhibits/0/id").asString();
  }

  private HttpAnswer registrar(String path) {
    return story.read(path, "application/json", story.token(Role.REGISTRAR, null));
  }
}
