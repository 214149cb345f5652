package org.accordledger.api.metrics;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.accordledger.api.KafkaTopics;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.projections.feed.FeedSettings;
import org.accordledger.store.publish.Witness;
import org.accordledger.store.publish.WitnessConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one scrape, compared with the table of docs/operating.md. */
class MetricsTest {
  private static final Path OPERATING = Path.of("../docs/operating.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `((?:ledger|axon)_[a-z_]+)` \\| ([a-z]+) \\| [^|]+ \\| [^|]+ \\|");
  private static final Pattern TYPE = Pattern.compile("# TYPE ((?:ledger|axon)_[a-z_]+) ([a-z]+)");
  private static final TestLedger LEDGER =
      new TestLedger(withWitnessAndFeed(TestDatabase.newDatabase()));
  private static final Map<String, String> OPERATOR =
      Map.of("Authorization", "Bearer " + LEDGER.token("scraper", Role.OPERATOR, null, null));

  private static LedgerSettings withWitnessAndFeed(LedgerSettings settings) {
    VerifierKey key = SignerKey.generate("absent.example", SignatureType.COSIGNATURE_V1).verifier();
    Witness absent = new Witness(URI.create("http://127.0.0.1:1"), key);
    return settings
        .withWitnesses(WitnessConfig.of(List.of(absent)))
        .withKafka(new KafkaTopics(FeedSettings.of(List.of("127.0.0.1:1")), null));
  }

  @BeforeAll
  static void use() {
    Scenario scenario = new Scenario(LEDGER).inForce();
    created(scenario.submit("first"));
    assertThat(scenario.submit("first").status()).isEqualTo(409);
    ok(LEDGER.get("/cases?min_position=" + LEDGER.head(), Map.of("Accept", "application/json")));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> scrape().contains("ledger_log_published_entries " + (LEDGER.head() + 1) + ".0"));
  }

  @AfterAll
  static void stop() {
    LEDGER.running().close();
  }

  @Test
  void the_table_names_exactly_what_the_ledger_and_axon_measure() throws IOException {
    Map<String, String> told = new TreeMap<>();
    Files.readString(OPERATING)
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(row -> told.put(row.group(1), row.group(2)));
    Map<String, String> measured = new TreeMap<>();
    scrape()
        .lines()
        .map(TYPE::matcher)
        .filter(type -> type.matches())
        .forEach(type -> measured.put(type.group(1), type.group(2)));
    measured.keySet().removeIf(name -> name.endsWith("_max"));

    assertThat(measured).as("the table of docs/operating.md").isEqualTo(told).isNotEmpty();
  }

  private static Path dataDirectory() {
    return LEDGER
        .beans(LedgerSettings.class)
        .iterator()
        .next()
        .dataDirectory()
        .toAbsolutePath()
        .normalize();
  }

  @Test
  void axon_and_the_machine_are_on_the_same_scrape() {
    String scrape = scrape();
    assertThat(scrape).contains("disk_free_bytes{path=\"" + dataDirectory() + "\"}");
    assertThat(value(scrape, "axon_command_bus_seconds_count", "outcome=\"success\""))
        .isGreaterThanOrEqualTo(5);
    assertThat(value(scrape, "axon_event_store_seconds_count", "outcome=\"success\""))
        .isGreaterThanOrEqualTo(5);
    assertThat(value(scrape, "axon_event_processor_seconds_count", "success", "scorecard"))
        .isEqualTo(LEDGER.head() + 1);
    assertThat(scrape)
        .contains("jvm_memory_used_bytes", "http_server_requests_seconds", "process_uptime")
        .contains("hikaricp_connections");
  }

  @Test
  void a_topic_that_cannot_be_fed_is_seen_and_makes_nothing_unready() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> value(scrape(), "ledger_feed_standing_still", "ledger.events") == 1);
    String scrape = scrape();
    assertThat(value(scrape, "ledger_feed_position", "ledger.events")).isEqualTo(-1);
    assertThat(value(scrape, "ledger_feed_lag_positions", "ledger.events"))
        .isEqualTo(LEDGER.head() + 1);
    assertThat(value(scrape, "ledger_feed_lag_seconds", "ledger.events")).isNotNegative();
    assertThat(value(scrape, "ledger_feed_failures_total", "ledger.events")).isPositive();
    assertThat(LEDGER.get("/health/readiness", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void what_is_counted_is_what_was_done() {
    String scrape = scrape();
    long entries = LEDGER.head() + 1;
    String accepted = "outcome=\"accepted\"";
    assertThat(value(scrape, "ledger_commands_seconds_count", "feature=\"accord\"", accepted))
        .isEqualTo(4);
    assertThat(value(scrape, "ledger_commands_seconds_count", "feature=\"cases\"", accepted))
        .isEqualTo(1);
    assertThat(value(scrape, "ledger_commands_seconds_count", "refused_by=\"case\"")).isEqualTo(1);
    assertThat(value(scrape, "ledger_commit_batch_events_sum")).isEqualTo(entries);
    assertThat(value(scrape, "ledger_log_stored_entries")).isEqualTo(entries);
    assertThat(value(scrape, "ledger_publish_delay_seconds_count"))
        .isEqualTo(value(scrape, "ledger_commit_batch_seconds_count"));
    assertThat(value(scrape, "ledger_projection_position", "docket")).isEqualTo(entries - 1);
    assertThat(value(scrape, "ledger_projection_lag_positions", "docket")).isZero();
    assertThat(value(scrape, "ledger_projection_lag_seconds", "docket")).isZero();
    assertThat(value(scrape, "ledger_witness_answers_total", "failed")).isPositive();
    assertThat(value(scrape, "ledger_witness_cosigned_entries")).isZero();
    assertThat(value(scrape, "ledger_store_available")).isEqualTo(1);
    assertThat(value(scrape, "ledger_log_publishing")).isEqualTo(1);
    assertThat(value(scrape, "ledger_log_contradicted")).isZero();
  }

  private static String scrape() {
    return ok(LEDGER.get("/metrics", OPERATOR)).response().body();
  }

  /** The sum of the lines of a name that have all these words among their labels. */
  private static long value(String scrape, String name, String... words) {
    var found =
        scrape
            .lines()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .filter(line -> Arrays.stream(words).allMatch(line::contains))
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .collect(Collectors.toList());
    assertThat(found).as(name + Arrays.toString(words)).isNotEmpty();
    double sum = found.stream().mapToDouble(Double::parseDouble).sum();
    assertThat(sum).as(name).isFinite();
    return Math.round(sum);
  }
}
