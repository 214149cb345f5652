package org.accordledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.demo.Scenario;
import org.accordledger.api.demo.ScenarioPlayer;
import org.accordledger.api.demo.ScenarioPlayer.Played;
import org.accordledger.api.imports.ImportRun;
import org.accordledger.api.imports.ObservationRun;
import org.accordledger.api.imports.RealData;
import org.accordledger.core.Recorded;
import org.accordledger.core.Role;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.core.scorecard.ScorecardFold;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The examples are played and files imported into one running ledger, each twice, and its figures
 * compared with those that the pure function finds in the same events.
 */
class WholeStoryTest {
  private static final String ACCORD = "accord-model-code";
  private static final Path RESOURCES = RealData.ROOT.resolve("ledger-api/src/test/resources");
  private static final Path MAPPINGS = RealData.ROOT.resolve("examples/mappings");
  private static final Path GRADES = RESOURCES.resolve("example-grades.txt");
  private static final TestLedger LEDGER = new TestLedger(TestDatabase.newDatabase());

  /** The last position of the examples; what is imported comes after it. */
  private static long examples;

  private static Played played = Played.NOTHING;

  @TempDir private Path directory;

  @BeforeAll
  static void play() {
    played = playExamples();
    examples = LEDGER.head();
  }

  @AfterAll
  static void stop() {
    LEDGER.running().close();
  }

  private static Played playExamples() {
    Played all = Played.NOTHING;
    try (LedgerClient client = new LedgerClient(LEDGER.running().address(), null)) {
      ScenarioPlayer player = new ScenarioPlayer(client, LEDGER::token);
      for (Scenario scenario : Scenario.all(RealData.ROOT.resolve("examples"))) {
        all = all.plus(player.play(scenario, step -> true));
      }
    }
    return all;
  }

  @Test
  void the_examples_played_again_add_nothing() {
    long head = LEDGER.head();
    assertThat(played.added()).as("of the first time").isEqualTo(played.steps()).isGreaterThan(100);

    Played again = playExamples();

    assertThat(again.steps()).isEqualTo(played.steps());
    assertThat(again.added()).isZero();
    assertThat(again.lastPosition()).isEqualTo(played.lastPosition());
    assertThat(LEDGER.head()).isEqualTo(head);
  }

  @Test
  void the_figures_are_those_the_pure_function_finds_in_the_same_events() {
    assertSameAsFold(examples);
    assertSameAsFold(examples / 2);
  }

  @Test
  void the_grades_of_the_examples_are_the_recorded_ones() throws IOException {
    List<String> grades =
        fold(examples).cells().stream()
            .map(
                cell ->
                    "%s %s %s: %s"
                        .formatted(
                            cell.key().accord(),
                            cell.key().party(),
                            cell.key().clause(),
                            cell.grade().name().toLowerCase(Locale.ROOT)))
            .toList();

    if (Boolean.getBoolean("ledger.accept")) {
      Files.write(GRADES, grades);
    }
    assertThat(grades)
        .as("grades of the examples; accept a change with -Dledger.accept=true, and review it")
        .containsExactlyElementsOf(Files.readAllLines(GRADES));
  }

  @Test
  void a_small_file_is_imported_once_and_the_figures_before_it_can_still_be_read() {
    Path mapping = RESOURCES.resolve("made-up-incidents.yaml");
    importTwice(
        mapping,
        RESOURCES.resolve("made-up-incidents.csv"),
        List.of("4 cases: 4 new", "imported 3, already present 0, rejected 2"),
        "imported 0, already present 3, rejected 2",
        4);
  }

  /** In this order: the last two file the same incidents, which are not filed twice. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "fiat2020.yaml|fiat2020.csv|34 cases: 34 new, 0 already|34|0|50|34",
        "ira-facebook-ads.yaml|ira-facebook-ads.csv|29 cases: 29 new, 0 already|3498|0|0|29",
        "disarm-incidents.yaml|disarm-incidents.csv|8 cases: 8 new, 0 already|8|0|125|8",
        "eurepoc-incidents.yaml|eurepoc-global-1.1.csv|23 cases: 23 new, 0 already|23|0|1620|23",
        "eurepoc-attributions.yaml|eurepoc-global-1.1.csv|25 cases: 2 new, 23 already|2|23|1618|2"
      })
  void every_mapping_of_allegations_imports_its_file_once_if_it_is_there(
      String mapping, String file, String cases, int imported, int present, int rejected, int added)
      throws IOException {
    Path data = RealData.file(file);
    grantStanding();
    importTwice(
        MAPPINGS.resolve(mapping),
        data,
        List.of(
            cases,
            "imported %d, already present %d, rejected %d".formatted(imported, present, rejected)),
        "imported 0, already present %d, rejected %d".formatted(imported + present, rejected),
        added);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "parlgov-elections.yaml, parlgov-election-calendar.csv, 999, 0",
    "odihr-elections.yaml, odihr-report-dates.csv, 3, 0",
    "eurepoc-series.yaml, eurepoc-global-1.1.csv, 760, 883"
  })
  void every_mapping_of_observations_imports_its_file_once_if_it_is_there(
      String mapping, String file, int imported, int rejected) {
    Path data = RealData.file(file);
    assertThat(imported(MAPPINGS.resolve(mapping), data))
        .contains("imported %d, already present 0, rejected %d".formatted(imported, rejected));
    long head = LEDGER.head();

    assertThat(imported(MAPPINGS.resolve(mapping), data))
        .contains("imported 0, already present %d, rejected %d".formatted(imported, rejected));

    assertThat(LEDGER.head()).isEqualTo(head);
  }

  @Test
  void no_mapping_of_the_examples_is_left_out_above() throws IOException {
    Set<String> played =
        Stream.of(WholeStoryTest.class.getDeclaredMethods())
            .map(method -> method.getAnnotation(CsvSource.class))
            .filter(Objects::nonNull)
            .flatMap(source -> Stream.of(source.value()))
            .map(line -> line.split("[|,]", 2)[0])
            .collect(Collectors.toSet());

    try (Stream<Path> mappings = Files.list(MAPPINGS)) {
      assertThat(mappings.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(played);
    }
  }

  /** The model code grants it to two of the bodies alone. */
  private static void grantStanding() {
    try (LedgerClient client = new LedgerClient(LEDGER.running().address(), null)) {
      String token = LEDGER.token("registrar", Role.REGISTRAR, ACCORD, "secretariat");
      for (String body : List.of("disarm", "eurepoc")) {
        HttpAnswer accord =
            LEDGER.get(
                "/accords/%s?min_position=%d".formatted(ACCORD, LEDGER.head()),
                Map.of("Accept", "application/json"));
        String version = accord.json().get("version").asString();
        Answer answer =
            client
                .as(token)
                .post(
                    "/accords/" + ACCORD + "/standing",
                    LedgerJson.mapper().createObjectNode().put("body", body),
                    "standing-" + body + "-" + version,
                    version);
        assertThat(answer.ok() || answer.code().equals("standing_already_granted"))
            .as(answer.sentence())
            .isTrue();
      }
    }
  }

  private void importTwice(
      Path mapping, Path file, List<String> first, String second, long newCases) {
    long before = LEDGER.head();
    JsonNode figures = scorecard(before);
    String printed = printedScorecard(before);
    assertThat(imported(mapping, file)).contains(first);
    long after = LEDGER.head();
    assertThat(alleged(scorecard(after)) - alleged(figures)).isEqualTo(newCases);

    assertThat(imported(mapping, file)).contains(second);

    assertThat(LEDGER.head()).isEqualTo(after);
    assertThat(scorecard(before)).isEqualTo(figures);
    assertThat(printedScorecard(before)).isEqualTo(printed);
    assertThat(printedScorecard(after)).isNotEqualTo(printed);
    assertSameAsFold(after);
  }

  private String imported(Path mapping, Path file) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (LedgerClient client = new LedgerClient(LEDGER.running().address(), null)) {
      ImportRun.Request request =
          new ImportRun.Request(
              mapping, List.of(file), null, false, directory.resolve("rejects.csv"), false);
      PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
      boolean used =
          ObservationRun.takes(mapping)
              ? new ObservationRun(request, client, LEDGER::token, out).run()
              : new ImportRun(request, client, LEDGER::token, out).run();
      assertThat(used).isTrue();
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** As the command line prints it. */
  private static String printedScorecard(long asOf) {
    StringWriter printed = new StringWriter();
    int exit =
        Ledger.commandLine()
            .setOut(new PrintWriter(printed))
            .execute(
                "scorecard",
                "--server",
                LEDGER.running().address().toString(),
                "--accord",
                ACCORD,
                "--as-of",
                Long.toString(asOf));
    assertThat(exit).isZero();
    return printed.toString();
  }

  private static JsonNode scorecard(long asOf) {
    HttpAnswer answer =
        LEDGER.get(
            "/scorecard?as_of=%1$d&min_position=%1$d".formatted(asOf),
            Map.of("Accept", "application/json"));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  private static long alleged(JsonNode scorecard) {
    return scorecard
        .get("cells")
        .valueStream()
        .mapToLong(cell -> cell.get("counts").get(Counter.ALLEGED.code()).asLong())
        .sum();
  }

  private static void assertSameAsFold(long position) {
    List<Cell> cells = fold(position).cells();
    assertThat(cells).isNotEmpty();
    assertThat(scorecard(position).get("cells"))
        .isEqualTo(LedgerJson.mapper().readTree(LedgerJson.mapper().writeValueAsBytes(cells)));
  }

  private static Scorecard fold(long last) {
    EventCodec codec = new EventCodec();
    LedgerStore store = LEDGER.beans(LedgerStore.class).iterator().next();
    ScorecardFold fold = new ScorecardFold();
    for (StoredEvent event : store.events().read(0, Math.toIntExact(last + 1))) {
      fold.apply(
          new Recorded<>(
              event.position(),
              event.recordedAt(),
              event.streamId(),
              event.streamVersion(),
              codec.decode(event.type(), event.payload())));
    }
    return fold.scorecard(Period.ALL, null);
  }
}
