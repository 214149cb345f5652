package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.TestLedger;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.yaml.YamlProblem;
import org.accordledger.core.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Elections and series, imported into a running ledger. */
class ObservationRunTest {
  private static final String ELECTIONS =
      """
      about: Made up.
      election:
        recorder: recorder
        id: {text: "election-%s-{id}"}
        country: {column: land, values: {Alba: alba}}
        title: {column: what}
        held_on: {column: day, date: yyyy-MM-dd}
        source: a file
        missions:
          - when: {not: {column: note, equals: none}}
            mission: observers
            title: Observers
            final_report: {column: final, date: yyyy-MM-dd}
        no_mission: {column: note, equals: none}
      """;
  private static final String SERIES =
      """
      about: Made up.
      series:
        keeper: keeper
        by: {column: who, split: ";", unmapped: leave_out, values: {Alba: alba, Borea: borea}}
        on: {column: day, date: yyyy-MM-dd}
        periods: month
        from: "2019-01-01"
        until: "2019-12-31"
        id: {text: "series-%s-{$group}"}
        title: {text: "Incidents of {$group}"}
        indicator: incidents
        unit: incidents
        source: a file
        method: counted
      """;

  private static final Duration SOON = Duration.ofSeconds(60);

  private final TestLedger ledger = TestLedger.shared();
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @TempDir Path directory = Path.of("");

  @Test
  void a_view_that_is_behind_stops_no_import() throws Exception {
    String file = "id,land,what,day,final,note\n7,Alba,Parliament,2011-12-04,2012-01-12,\n";
    HttpAnswer begun =
        ledger.post(
            "/elections",
            """
            {"election": "election-%s-7", "country": "alba", "title": "Parliament", "source": "a file"}
            """
                .formatted(run),
            Map.of(
                "Authorization",
                "Bearer " + token("*", "recorder"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString()));
    assertThat(begun.status()).as(begun.response().body()).isEqualTo(201);
    read("/elections/election-" + run + "-7");
    MeterRegistry meters = ledger.beans(MeterRegistry.class).iterator().next();
    double before = conflicts(meters);
    CompletableFuture<List<String>> again;
    try (Connection obstacle = ledger.beans(DataSource.class).iterator().next().getConnection();
        Statement statement = obstacle.createStatement()) {
      obstacle.setAutoCommit(false);
      // it is read, and nothing is added to it
      statement.execute("set local idle_in_transaction_session_timeout = 0");
      statement.execute("lock table timeline in share mode");
      imported(ELECTIONS, file, false);

      again = CompletableFuture.supplyAsync(() -> importedAgain(file));
      await().atMost(SOON).until(() -> conflicts(meters) > before);
      obstacle.rollback();
    }

    assertThat(again.get().getLast()).isEqualTo("imported 0, already present 1, rejected 0");
  }

  private static double conflicts(MeterRegistry meters) {
    return meters.find("ledger.commands").tag("outcome", "conflict").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private List<String> importedAgain(String file) {
    try {
      return imported(ELECTIONS, file, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void elections_are_recorded_once_whatever_is_missing_and_what_differs_is_told()
      throws IOException {
    String file =
        """
        id,land,what,day,final,note
        1,Alba,Parliament,2011-12-04,2012-01-12,
        2,Alba,President,,,none
        3,Nowhere,Parliament,2011-12-04,,
        4,Alba,Parliament,4 Dec 2011,,
        1,Alba,Parliament,2011-12-04,,
        """;

    assertThat(imported(ELECTIONS, file, false).getLast())
        .isEqualTo("imported 2, already present 0, rejected 3");
    JsonNode observed = read("/elections/election-" + run + "-1");
    assertThat(observed.at("/missions/0/reports/0/published_on").asString())
        .isEqualTo("2012-01-12");
    JsonNode undated = read("/elections/election-" + run + "-2");
    assertThat(undated.at("/missing/0").asString()).isEqualTo("held_on");
    assertThat(undated.get("no_mission").asString()).isEqualTo("a file");
    assertThat(rejects())
        .anyMatch(line -> line.contains(",row,unknown_word,"))
        .anyMatch(line -> line.contains(",row,bad_date,"))
        .anyMatch(line -> line.contains(",row,duplicate_source_id,"))
        .anyMatch(line -> line.contains(",nothing,no_day,"));

    long head = ledger.head();
    assertThat(imported(ELECTIONS, file, false).getLast())
        .isEqualTo("imported 0, already present 2, rejected 3");
    assertThat(ledger.head()).isEqualTo(head);

    String changed =
        """
        id,land,what,day,final,note
        1,Alba,Parliament,2011-12-05,,
        2,Alba,President,2008-03-02,,none
        """;
    assertThat(imported(ELECTIONS, changed, false).getLast())
        .isEqualTo("imported 1, already present 1, rejected 0");
    assertThat(rejects()).anyMatch(line -> line.contains(",part,differs,"));
    assertThat(read("/elections/election-" + run + "-1").get("held_on").asString())
        .isEqualTo("2011-12-04");
    assertThat(read("/elections/election-" + run + "-2").get("held_on").asString())
        .isEqualTo("2008-03-02");
  }

  @Test
  void rows_are_counted_into_series_and_a_later_file_corrects_them() throws IOException {
    String file =
        """
        who,day
        Alba,2019-02-03
        Alba;Borea,2019-02-28
        Borea,
        Corsia,2019-02-03
        Alba,2018-12-31
        """;

    assertThat(imported(SERIES, file, true).getLast())
        .isEqualTo("dry run, nothing was sent: would import 2, rejected 3");
    assertThat(ledger.get("/series/series-" + run + "-alba", Map.of()).status()).isEqualTo(404);
    assertThat(imported(SERIES, file, false).getLast())
        .isEqualTo("imported 2, already present 0, rejected 3");
    assertThat(rejects())
        .anyMatch(line -> line.contains(",row,no_day,"))
        .anyMatch(line -> line.contains(",row,not_counted,"))
        .anyMatch(line -> line.contains(",row,not_covered,"));
    JsonNode alba = read("/series/series-" + run + "-alba");
    assertThat(alba.get("counts")).hasSize(12);
    assertThat(alba.at("/counts/0/count").asLong()).isZero();
    assertThat(alba.at("/counts/1/count").asLong()).isEqualTo(2);
    assertThat(alba.get("concerns").asString()).isEqualTo("alba");

    long head = ledger.head();
    assertThat(imported(SERIES, file, false).getLast())
        .isEqualTo("imported 0, already present 2, rejected 3");
    assertThat(ledger.head()).isEqualTo(head);

    imported(SERIES, "who,day\nAlba,2019-02-03\n", false);
    JsonNode corrected = read("/series/series-" + run + "-alba");
    assertThat(corrected.at("/counts/1/count").asLong()).isEqualTo(1);
    assertThat(corrected.at("/counts/1/superseded/0/count").asLong()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "periods: month|periods: week|expected day, month, quarter or year",
        "from: \"2019-01-01\"|from: \"2019-01-02\"|expected the first day of a month",
        "until: \"2019-12-31\"|until: \"2019-12-30\"|expected the last day of a month",
        "unit: incidents|units: incidents|units"
      })
  void a_wrong_mapping_is_refused_with_its_line(String right, String wrong, String reason) {
    assertThatThrownBy(() -> imported(SERIES.replace(right, wrong), "who,day\n", false))
        .isInstanceOf(YamlProblem.class)
        .hasMessageContaining("mapping.yaml:")
        .hasMessageContaining(reason);
  }

  @Test
  void a_file_without_a_column_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> imported(SERIES, "who\nAlba\n", false))
        .isInstanceOf(YamlProblem.class)
        .hasMessageContaining("the column 'day' is not in");
  }

  @Test
  void the_calendar_of_parliaments_is_read_as_a_whole() throws IOException {
    assertThat(dryRun("parlgov-elections.yaml", "parlgov-election-calendar.csv"))
        .isEqualTo("dry run, nothing was sent: would import 999, rejected 0");
  }

  @Test
  void elections_with_and_without_observers_are_read() throws IOException {
    assertThat(dryRun("odihr-elections.yaml", "odihr-report-dates.csv"))
        .isEqualTo("dry run, nothing was sent: would import 3, rejected 0");
  }

  @Test
  void incidents_are_counted_by_country_and_none_is_lost_without_a_word() throws IOException {
    assertThat(dryRun("eurepoc-series.yaml", "eurepoc-global-1.1.csv"))
        .isEqualTo("dry run, nothing was sent: would import 760, rejected 883");
  }

  private String dryRun(String mapping, String data) throws IOException {
    return run(
            RealData.ROOT.resolve("examples/mappings").resolve(mapping), RealData.file(data), true)
        .getLast();
  }

  private List<String> imported(String mapping, String file, boolean dryRun) throws IOException {
    Path yaml = directory.resolve("mapping.yaml");
    Path csv = directory.resolve("rows.csv");
    Files.writeString(yaml, mapping.formatted(run));
    Files.writeString(csv, file);
    return run(yaml, csv, dryRun);
  }

  private List<String> run(Path mapping, Path file, boolean dryRun) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (LedgerClient client = new LedgerClient(ledger.running().address(), null)) {
      var _ =
          new ObservationRun(
                  new ImportRun.Request(
                      mapping, List.of(file), null, dryRun, directory.resolve("rejects"), false),
                  client,
                  binding -> token(binding.accord(), binding.body()),
                  new PrintStream(said, true, StandardCharsets.UTF_8))
              .run();
    }
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String token(String accord, @Nullable String body) {
    return ledger.token("import", Role.MONITOR, accord.equals("*") ? null : accord, body);
  }

  private List<String> rejects() throws IOException {
    return Files.readAllLines(directory.resolve("rejects"));
  }

  private JsonNode read(String path) {
    HttpAnswer answer = ledger.get(path + "?min_position=" + ledger.head(), Map.of());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }
}
