package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.accordledger.api.Client;
import org.accordledger.api.Scenario;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.imports.ImportRun;
import org.accordledger.api.imports.ObservationRun;
import org.accordledger.api.imports.RealData;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is counted and when elections and reports are: imported, and held beside clauses. */
class SeriesRowsTest {
  private static final String CONDUCT = "{\"effective_from\": \"2007-01-01\"}";

  @TempDir private Path directory;

  @Test
  void R04_attacks_fell_after_the_accord_is_shown_with_its_trend_another_source_and_the_caveat()
      throws IOException {
    Play play = inForce(Play.clause("no-theft", CONDUCT));
    counted(play, "watch", "The watch", 8, 6, 4, 2);
    counted(play, "institute", "The institute", 3, 3, 3, 3);
    attached(play, "watch", seriesOf(play, "watch"), "2019-01-01");
    attached(play, "institute", seriesOf(play, "institute"), "2019-01-01");

    JsonNode list = now(play, "/series?clause=no-theft&accord=" + play.accord());

    assertThat(list.get("caveat").asString()).startsWith("A trend is not a cause");
    assertThat(list.get("items").findValuesAsString("source"))
        .containsExactly("The watch", "The institute");
    assertThat(list.at("/items/0/method").asString()).isEqualTo("One per attack, by its day.");
    JsonNode fell = list.at("/items/0/attachments/0/comparison");
    assertThat(fell.at("/before/counted").asLong()).isEqualTo(12 * (8 + 6 + 4));
    assertThat(fell.at("/after/counted").asLong()).isEqualTo(12 * 2);
    assertThat(fell.at("/rate_ratio/ratio").asDouble())
        .isCloseTo((24 / 365.0) / (216 / 1096.0), within(1e-9));
    assertThat(fell.at("/rate_ratio/high").asDouble()).isLessThan(1);
    // it was falling long before, and the figure says so itself
    assertThat(fell.at("/trend_before/interval/high").asDouble()).isLessThan(1);
    JsonNode stayed = list.at("/items/1/attachments/0/comparison/rate_ratio");
    assertThat(stayed.get("low").asDouble()).isLessThan(1);
    assertThat(stayed.get("high").asDouble()).isGreaterThan(1);
    assertThat(list.propertyNames()).containsExactlyInAnyOrder("items", "caveat");
  }

  @Test
  void R04_real_counts_around_an_exchange_of_2015_by_first_day_and_by_attribution()
      throws IOException {
    Path incidents = RealData.file("eurepoc-global-1.1.csv");
    Path attributions = RealData.file("eurepoc-attribution-1.1.csv");
    Play play = inForce(Play.clause("no-theft", CONDUCT));
    String byDay = example("eurepoc-series.yaml").replace("series-eurepoc", seriesOf(play, "day"));
    String byAttribution =
        example("eurepoc-series.yaml")
            .replace("series-eurepoc", seriesOf(play, "attributed"))
            .replace("column: initiator_country", "column: attributed_initiator_country")
            .replace("column: start_date", "column: attribution_date")
            .replace("EuRepoC global dataset", "EuRepoC attributions");
    assertThat(byAttribution).contains("attributed_initiator_country", "attribution_date");
    imported(play, byDay, incidents);
    imported(play, byAttribution, attributions);
    attached(play, "eurepoc", seriesOf(play, "day") + "-cn", "2015-09-25");
    attached(play, "eurepoc", seriesOf(play, "attributed") + "-cn", "2015-09-25");

    JsonNode list = now(play, "/series?concerns=cn&accord=" + play.accord());

    assertThat(list.get("items").findValuesAsString("source"))
        .containsExactly("EuRepoC global dataset 1.1", "EuRepoC attributions 1.1");
    assertThat(list.at("/items/0/method").asString()).contains("incidents without a first day");
    JsonNode one = list.at("/items/0/attachments/0/comparison");
    assertThat(one.get("left_out").asString()).isEqualTo("2015-09-01");
    isCompared(one, 117, 122);
    assertThat(one.at("/trend_before/interval/low").asDouble()).isGreaterThan(1);
    isCompared(list.at("/items/1/attachments/0/comparison"), 95, 221);
    assertThat(list.get("caveat").asString()).startsWith("A trend is not a cause");
  }

  /** From 2000 to 2015-08, and from 2015-10 to 2023-07. */
  private static void isCompared(JsonNode comparison, long before, long after) {
    assertThat(comparison.at("/before/counted").asLong()).isEqualTo(before);
    assertThat(comparison.at("/before/days").asLong()).isEqualTo(5_722);
    assertThat(comparison.at("/after/counted").asLong()).isEqualTo(after);
    assertThat(comparison.at("/after/days").asLong()).isEqualTo(2_861);
    double ratio = (after / 2_861.0) / (before / 5_722.0);
    JsonNode rates = comparison.get("rate_ratio");
    assertThat(rates.get("ratio").asDouble()).isCloseTo(ratio, within(1e-9));
    assertThat(rates.get("low").asDouble()).isBetween(1.0, ratio);
    assertThat(rates.get("high").asDouble()).isGreaterThan(ratio);
    assertThat(rates.get("method").asString()).isEqualTo("exact_conditional");
  }

  @Test
  void R22_only_what_is_said_from_the_election_to_the_report_is_a_candidate() {
    Play play = underEmbargo();
    String election = registered(play, "observed");
    Client calendar = calendar(play);
    said(calendar, election, "missions", "{\"mission\": \"observers\", \"title\": \"Observers\"");
    String report = "{\"mission\": \"observers\", \"report\": \"%s\", \"published_on\": \"%s\"";
    said(calendar, election, "reports", report.formatted("preliminary_statement", "2011-12-05"));

    isNone(verdict(play, "until-statement", election, "2011-12-03"), "preliminary statement on");
    isCandidate(verdict(play, "until-statement", election, "2011-12-04"), "closed");
    isCandidate(verdict(play, "until-statement", election, "2011-12-05"), "closed");
    isNone(verdict(play, "until-statement", election, "2011-12-06"), "on 2011-12-05");
    isCandidate(verdict(play, "until-final", election, "2012-02-01"), "open");

    said(calendar, election, "reports", report.formatted("final_report", "2012-01-12"));
    isCandidate(verdict(play, "until-final", election, "2012-01-12"), "closed");
    isNone(verdict(play, "until-final", election, "2012-01-13"), "final report on 2012-01-12");
    assertThat(windows(play, election, "land").findValuesAsString("closes"))
        .containsExactlyInAnyOrder("2011-12-05", "2012-01-12");
  }

  @Test
  void R22_where_nobody_observes_each_clause_has_its_own_rule() {
    Play play = underEmbargo();
    String election = registered(play, "unobserved");

    isCandidate(verdict(play, "until-statement", election, "2012-05-01"), "mission_unknown");
    said(calendar(play), election, "no-mission", "{");

    isNone(verdict(play, "until-statement", election, "2011-12-04"), "it never opens");
    isCandidate(verdict(play, "until-final", election, "2011-12-11"), "closed");
    isNone(verdict(play, "until-final", election, "2011-12-12"), "nobody observes it");
  }

  @Test
  void R22_real_report_days_and_the_election_nobody_observed_make_the_windows() throws IOException {
    Path file = RealData.file("odihr-report-dates.csv");
    Play play = underEmbargo();
    String elections = "election-" + run(play) + "-odihr";

    String mapping = example("odihr-elections.yaml").replace("election-odihr", elections);
    assertThat(imported(play, mapping, file).getLast())
        .isEqualTo("imported 3, already present 0, rejected 0");

    String first = elections + "-2011-12-04";
    isCandidate(verdict(play, "until-statement", first, "2011-12-05"), "closed");
    isNone(verdict(play, "until-statement", first, "2011-12-06"), "statement on 2011-12-05");
    isCandidate(verdict(play, "until-final", first, "2012-01-30"), "open");
    String second = elections + "-2018-03-18";
    isCandidate(verdict(play, "until-statement", second, "2018-04-01"), "open");
    isCandidate(verdict(play, "until-final", second, "2018-06-06"), "closed");
    isNone(verdict(play, "until-final", second, "2018-06-07"), "final report on 2018-06-06");
    // neither its day nor a mission: one rule never opens, the other cannot be worked out
    String unobserved = elections + "-2007-2008-unobserved";
    isNone(verdict(play, "until-statement", unobserved, "2007-12-03"), "it never opens");
    isCandidate(verdict(play, "until-final", unobserved, "2007-12-03"), "undated");
  }

  @Test
  void R22_a_real_calendar_opens_windows_and_says_what_it_does_not_know() throws IOException {
    Path file = RealData.file("parlgov-election-calendar.csv");
    List<String> rows =
        Files.readAllLines(file).stream()
            .filter(row -> row.startsWith("country_name,") || row.contains(",ISL,"))
            .toList();
    Play play = underEmbargo();
    String elections = "election-" + run(play) + "-";

    String mapping = example("parlgov-elections.yaml").replace("election-parlgov-", elections);
    Path some = Files.write(directory.resolve("calendar.csv"), rows);
    assertThat(imported(play, mapping, some).getLast())
        .isEqualTo("imported %d, already present 0, rejected 0".formatted(rows.size() - 1));

    String election = elections + "1021";
    JsonNode windows = windows(play, election, "is");
    assertThat(windows).hasSize(2);
    assertThat(windows.findValuesAsString("state")).containsOnly("mission_unknown");
    assertThat(windows.findValuesAsString("opens")).containsOnly("2017-10-28");
    isNone(verdict(play, "until-final", election, "2017-10-27"), "is not known");
    isCandidate(verdict(play, "until-final", election, "2017-11-05"), "mission_unknown");

    said(calendar(play), election, "no-mission", "{");
    isCandidate(verdict(play, "until-final", election, "2017-11-04"), "closed");
    isNone(verdict(play, "until-final", election, "2017-11-05"), "7 days after 2017-10-28");
  }

  private static Play underEmbargo() {
    return inForce(
        embargo("until-statement", "{\"closes_with\": \"preliminary_statement\"}"),
        embargo("until-final", "{\"closes_with\": \"final_report\", \"days_without_mission\": 7}"));
  }

  private static ObjectNode embargo(String code, String rule) {
    return Play.clause(
        code,
        """
        {"kind": "embargo", "acts": ["early-verdict"], "target": "elections", "effective_from": "2007-01-01",
         "elements": [{"code": "verdict", "text": {"en": "A verdict was given."}}], "embargo": %s}
        """
            .formatted(rule));
  }

  private static Play inForce(ObjectNode... clauses) {
    Play play = Play.drafted("{\"retrospective\": true}");
    play.offer("offer-1", "alba", clauses);
    for (ObjectNode clause : clauses) {
      play.bothAccept("offer-1", clause.get("code").asString());
    }
    return play;
  }

  /** Tells elections and series of this accord from those of others on the same ledger. */
  private static String run(Play play) {
    return play.accord().substring("accord-".length());
  }

  private static String seriesOf(Play play, String keeper) {
    return "series-" + run(play) + "-" + keeper;
  }

  /** Elections are recorded for every accord at once. */
  private static Client calendar(Play play) {
    return new Scenario(play.ledger())
        .with(play.ledger().token("calendar", Role.REGISTRAR, null, null));
  }

  private static String registered(Play play, String name) {
    String election = "election-" + run(play) + "-" + name;
    created(
        calendar(play)
            .post(
                "/elections",
                """
                {"election": "%s", "country": "land", "title": "Parliament", "held_on": "2011-12-04", "source": "a list"}
                """
                    .formatted(election)));
    return election;
  }

  /**
   * Says something of an election.
   *
   * @param begun the body without its source and its end
   */
  private static void said(Client calendar, String election, String act, String begun) {
    String version = ok(calendar.getAtHead("/elections/" + election)).header("ETag");
    String source = (begun.length() > 1 ? ", " : "") + "\"source\": \"https://example.org\"}";
    ok(
        calendar.post(
            "/elections/" + election + "/" + act, begun + source, Map.of("If-Match", version)));
  }

  private static JsonNode windows(Play play, String election, String country) {
    String path = "/elections?limit=200&country=%s&accord=%s".formatted(country, play.accord());
    return now(play, path)
        .get("items")
        .valueStream()
        .filter(item -> item.get("election").asString().equals(election))
        .findFirst()
        .orElseThrow()
        .get("windows");
  }

  /** The case that follows from an allegation of a verdict on that day. */
  private static JsonNode verdict(Play play, String clause, String election, String day) {
    ObjectNode body =
        Play.object(
            play.allegation(
                """
                {"clause": "%s", "acts": ["early-verdict"], "occurred": {"from": "%s", "precision": "day"}}
                """
                    .formatted(clause, day)));
    body.put("election", election);
    return now(
        play, created(play.party("alba").post("/cases", body.toString())).header("Location"));
  }

  private static void isCandidate(JsonNode verdict, String window) {
    assertThat(verdict.get("stage").asString()).isEqualTo("submitted");
    assertThat(verdict.at("/embargo/window/state").asString()).isEqualTo(window);
  }

  private static void isNone(JsonNode verdict, String because) {
    assertThat(verdict.get("stage").asString()).isEqualTo("inadmissible");
    assertThat(verdict.at("/inadmissibility/ground").asString()).isEqualTo("embargo_not_open");
    assertThat(verdict.at("/inadmissibility/rests_on").asString()).contains(because);
  }

  /** Counts as many a month as are given for each year from 2016 on, by import. */
  private void counted(Play play, String keeper, String source, int... monthly) throws IOException {
    StringBuilder rows = new StringBuilder("who,day\n");
    for (int year = 0; year < monthly.length; year++) {
      for (int month = 1; month <= 12; month++) {
        rows.append("Borea,%d-%02d-15\n".formatted(2016 + year, month).repeat(monthly[year]));
      }
    }
    imported(
        play,
        """
        about: Made up.
        series:
          keeper: %s
          by: {column: who, values: {Borea: borea}}
          on: {column: day, date: yyyy-MM-dd}
          periods: month
          from: "2016-01-01"
          until: "2019-12-31"
          id: {text: "series-%s-%s"}
          title: {text: "Attacks from {$group}"}
          indicator: attacks
          unit: attacks
          source: "%s"
          method: "One per attack, by its day."
        """
            .formatted(keeper, run(play), keeper, source),
        Files.writeString(directory.resolve("attacks.csv"), rows));
  }

  private static void attached(Play play, String keeper, String series, String divides) {
    String version = ok(calendar(play).getAtHead("/series/" + series)).header("ETag");
    String body =
        "{\"accord\": \"%s\", \"clause\": \"no-theft\", \"divides\": \"%s\"}"
            .formatted(play.accord(), divides);
    ok(
        play.as(Role.MONITOR, keeper)
            .post("/series/" + series + "/attachments", body, Map.of("If-Match", version)));
  }

  private static String example(String name) throws IOException {
    return Files.readString(RealData.ROOT.resolve("examples/mappings").resolve(name));
  }

  private List<String> imported(Play play, String mapping, Path file) throws IOException {
    Path yaml = Files.writeString(directory.resolve("mapping.yaml"), mapping);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (LedgerClient client = new LedgerClient(play.ledger().running().address(), null)) {
      boolean used =
          new ObservationRun(
                  new ImportRun.Request(
                      yaml, List.of(file), null, false, directory.resolve("rejects.csv"), false),
                  client,
                  binding -> play.ledger().token("import", Role.MONITOR, null, binding.body()),
                  new PrintStream(said, true, StandardCharsets.UTF_8))
              .run();
      assertThat(used).isTrue();
    }
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Reads once every view has what is stored. */
  private static JsonNode now(Play play, String path) {
    String wait = (path.contains("?") ? "&" : "?") + "min_position=" + play.ledger().head();
    return play.read(path + wait);
  }
}
