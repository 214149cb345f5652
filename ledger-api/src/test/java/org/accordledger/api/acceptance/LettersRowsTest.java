package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.TestLedger;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.demo.Scenario;
import org.accordledger.api.demo.ScenarioPlayer;
import org.accordledger.api.imports.RealData;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The exchange of letters of 1933, loaded from the examples by each test under its own id. */
class LettersRowsTest {
  private static final String NAME = "1933-exchange";
  private static final Predicate<Scenario.Step> NOT_ANSWERED =
      step -> !step.path().endsWith("/responses");
  private static final Predicate<Scenario.Step> NOT_ADMITTED =
      NOT_ANSWERED.and(step -> !step.path().endsWith("/admission"));

  private final TestLedger ledger = TestLedger.shared();
  private final org.accordledger.api.Scenario people = new org.accordledger.api.Scenario(ledger);
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String accord = "accord-" + NAME + "-" + run;

  @TempDir private Path directory;

  @Test
  void R02_of_1933_the_letters_take_cases_against_either_party_by_the_same_tests()
      throws IOException {
    load(step -> true);

    JsonNode letters = read("/accords/" + accord);
    assertThat(letters.get("retrospective").asBoolean()).isTrue();
    assertThat(letters.at("/offers/0/filed_on").asString()).isEqualTo("1933-11-16");
    for (String[] sides : new String[][] {{"us", "ussr"}, {"ussr", "us"}}) {
      JsonNode after = read(alleges(sides[0], sides[1], "1934-06-01"));
      assertThat(after.get("stage").asString()).as(sides[0]).isEqualTo("submitted");
      assertThat(after.get("clause_version").asInt()).as(sides[0]).isEqualTo(1);
      JsonNode before = read(alleges(sides[0], sides[1], "1932-06-01"));
      assertThat(before.at("/inadmissibility/ground").asString())
          .as(sides[0])
          .isEqualTo("before_entry_into_force");
    }
    for (String party : new String[] {"us", "ussr"}) {
      JsonNode cell = cell(party);
      assertThat(cell.at("/counts/inadmissible_before_entry_into_force").asInt()).isEqualTo(1);
      assertThat(cell.get("grade").asString()).as(party).isEqualTo("no_finding");
    }
    // the protest of 1935 is one more against one of them, and moves no grade
    assertThat(cell("us").at("/counts/alleged").asInt()).isEqualTo(2);
    assertThat(cell("ussr").at("/counts/alleged").asInt()).isEqualTo(3);
  }

  @Test
  void R35_of_1933_the_denial_has_its_kind_and_what_corroborates_later_is_held_against_it()
      throws IOException {
    load(step -> true);
    String address = congress();
    JsonNode rejected = read(address);
    assertThat(rejected.get("stage").asString()).isEqualTo("answered");
    assertThat(rejected.at("/responses/0/kind").asString()).isEqualTo("no_facts");
    assertThat(rejected.get("days_to_response").asInt()).isEqualTo(2);

    ok(
        post(
            Role.PARTY,
            "us",
            address + "/corroborations",
            """
            {"text": {"en": "The proceedings were printed afterwards."},
             "exhibits": [{"id": "proceedings", "kind": "claim", "title": "Printed proceedings", "marking": "clear"}]}
            """));

    JsonNode later = read(address);
    JsonNode corroboration = later.at("/corroborations/0");
    assertThat(corroboration.get("denial").asString()).isEqualTo("no_facts");
    assertThat(corroboration.at("/exhibits/0/id").asString()).isEqualTo("proceedings");
    assertThat(later.at("/responses/0")).isEqualTo(rejected.at("/responses/0"));
    assertThat(later.get("findings")).isEmpty();
    assertThat(cell("ussr").at("/counts/answered_no_facts").asInt()).isEqualTo(1);
    assertThat(cell("ussr").get("grade").asString()).isEqualTo("no_finding");
  }

  @Test
  void R35_of_1933_the_days_and_words_are_those_of_the_record() throws IOException {
    Path record = RealData.file("case-1933-pledge-events.csv");
    load(step -> true);
    JsonNode congress = read(congress());
    JsonNode response = congress.at("/responses/0");

    assertThat(read("/accords/" + accord).at("/offers/0/filed_on").asString())
        .isEqualTo(one(record, "INSTRUMENT_TEXT").getField("date"));
    assertThat(congress.at("/allegation/filed_on").asString())
        .isEqualTo(one(record, "ALLEGATION").getField("date"));
    NamedCsvRecord rejected = one(record, "RESPONSE_REJECTED");
    assertThat(response.get("filed_on").asString()).isEqualTo(rejected.getField("date"));
    for (String words :
        List.of(
            "no facts which would attest to a violation",
            "any obligations whatsoever in connection with the Communist International")) {
      assertThat(rejected.getField("text")).contains(words);
      assertThat(response.at("/text/0/text").asString()).contains(words);
    }
    // one side's statement of 31 August is in the record, and is no finding here
    assertThat(one(record, "UNILATERAL_FINDING").getField("date")).isEqualTo("1935-08-31");
    assertThat(congress.get("findings")).isEmpty();
  }

  @Test
  void R36_of_1933_who_is_told_of_no_facts_asks_for_them_and_its_clock_stands_still()
      throws IOException {
    load(NOT_ADMITTED);
    String address = congress();
    ok(post(Role.REGISTRAR, null, address + "/admission", "{}"));
    String due = LocalDate.now(ZoneOffset.UTC).plusDays(60).toString();
    assertThat(read(address).get("respond_by").asString()).isEqualTo(due);
    assertThat(clause().get("evidence_standard").asString()).contains("published proceedings");

    ok(
        post(
            Role.PARTY,
            "ussr",
            address + "/particulars-requests",
            "{\"text\": {\"en\": \"Which facts attest to it?\"}}"));

    JsonNode asked = read(address);
    assertThat(asked.has("respond_by")).isFalse();
    assertThat(asked.at("/deadlines/0/deadline").asString()).isEqualTo("response");
    assertThat(asked.at("/deadlines/0/state").asString()).isEqualTo("stopped");
    assertThat(asked.at("/deadlines/0/days_left").asInt()).isEqualTo(60);

    ok(
        post(
            Role.PARTY,
            "us",
            address + "/particulars",
            """
            {"text": {"en": "The proceedings of the congress, as published."},
             "exhibits": [{"id": "proceedings", "kind": "press", "title": "Proceedings", "marking": "clear"}]}
            """));
    JsonNode given = read(address);
    assertThat(given.get("respond_by").asString()).isEqualTo(due);
    assertThat(given.get("particulars").valueStream().map(said -> said.get("by").asString()))
        .containsExactly("ussr", "us");
    assertThat(given.at("/particulars/1/exhibits/0/id").asString()).isEqualTo("proceedings");
  }

  @Test
  void R36_of_1933_silence_past_the_deadline_is_recorded_and_is_not_guilt() throws IOException {
    load(NOT_ANSWERED);
    String address = congress();

    // no clock runs by itself in an accord that is kept retrospectively
    ok(post(Role.REGISTRAR, null, address + "/lapses", "{\"deadline\": \"response\"}"));

    JsonNode silent = read(address);
    assertThat(silent.get("stage").asString()).isEqualTo("unanswered");
    assertThat(silent.get("silent").asBoolean()).isTrue();
    assertThat(silent.get("responses")).isEmpty();
    JsonNode cell = cell("ussr");
    assertThat(cell.at("/counts/unanswered").asInt()).isEqualTo(1);
    assertThat(cell.get("grade").asString()).isEqualTo("no_finding");
  }

  /** Plays steps of the example under this test's accord. */
  private void load(Predicate<Scenario.Step> wanted) throws IOException {
    Path letters = Files.createDirectory(directory.resolve("letters-" + run));
    for (String file : List.of("01-accord.yaml", "02-congress-case.yaml")) {
      String text = Files.readString(RealData.ROOT.resolve("examples").resolve(NAME).resolve(file));
      Files.writeString(letters.resolve(file), text.replace("accord-" + NAME, accord));
    }
    try (LedgerClient client = new LedgerClient(ledger.running().address(), null)) {
      ScenarioPlayer player = new ScenarioPlayer(client, ledger::token);
      assertThat(player.play(Scenario.read(letters), wanted).added()).isGreaterThan(6);
    }
  }

  /** The address of the one case that the example files. */
  private String congress() {
    JsonNode items = read("/cases?accord=" + accord).get("items");
    assertThat(items).hasSize(1);
    return "/cases/" + items.at("/0/case_id").asString();
  }

  private String alleges(String complainant, String respondent, String day) {
    String body =
        """
        {"allegation": {"accord": "%1$s", "clause": "paragraph-4", "respondent": "%3$s", "complainant": "%2$s",
          "acts": ["hosting-subversive-organisation"], "occurred": {"from": "%4$s", "precision": "day"},
          "victims": ["%2$s"], "title": "A league on the territory", "narrative": {"en": "Made up."},
          "marking": "clear", "illustrative": true}}
        """
            .formatted(accord, complainant, respondent, day);
    return created(client(Role.PARTY, complainant).post("/cases", body)).header("Location");
  }

  private HttpAnswer post(Role role, @Nullable String body, String path, String request) {
    String stream = path.substring(0, path.lastIndexOf('/'));
    String version = ok(people.nobody().getAtHead(stream)).header("ETag");
    return client(role, body).post(path, request, Map.of("If-Match", version));
  }

  private Client client(Role role, @Nullable String body) {
    String account = "letters-" + (body == null ? "registrar" : body);
    return people.with(ledger.token(account, role, accord, body));
  }

  private JsonNode clause() {
    return read("/accords/" + accord)
        .get("clauses")
        .valueStream()
        .map(held -> held.get("clause"))
        .filter(clause -> clause.get("code").asString().equals("paragraph-4"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode cell(String party) {
    return read("/cells/%s/%s/paragraph-4".formatted(accord, party)).get("cell");
  }

  private JsonNode read(String path) {
    HttpAnswer answer =
        ledger.get(
            path + (path.contains("?") ? "&" : "?") + "min_position=" + ledger.head(),
            Map.of("Accept", "application/json"));
    return ok(answer).json();
  }

  /** The one event of a kind in the record. */
  private static NamedCsvRecord one(Path record, String kind) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(record)) {
      List<NamedCsvRecord> found =
          rows.stream().filter(row -> row.getField("event_kind").equals(kind)).toList();
      assertThat(found).as(kind).hasSize(1);
      return found.getFirst();
    }
  }
}
