package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.accordledger.api.cli.Ledger;
import org.accordledger.api.tracing.Collector;
import org.accordledger.core.Role;
import org.accordledger.core.codec.LedgerJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The log for programs, as a process of its own writes it: nothing of the tests configures it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StructuredLogTest {
  private static final String NAME = "Quirina Zebulon";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @TempDir private Path directory;

  private final Collector collector = new Collector();

  @AfterEach
  void close() {
    collector.close();
  }

  @ParameterizedTest
  @CsvSource({"ecs, false", "logstash, false", "ecs, true"})
  void every_line_is_json_with_the_trace_id_of_the_answer_and_nobody_s_name(
      String format, boolean traced) throws Exception {
    LedgerSettings settings = TestDatabase.newDatabase();
    String token;
    String allegation;
    try (RunningLedger first = LedgerApplication.start(settings)) {
      assertThat(first.awaitReady(Duration.ofMinutes(1))).isTrue();
      TestLedger ledger = new TestLedger(first);
      Scenario scenario = new Scenario(ledger).inForce();
      token = ledger.token("quirina-zebulon", Role.PARTY, scenario.accord(), "alba");
      allegation =
          scenario
              .allegation(null)
              .replace("A letter was forged.", NAME + " forged a letter.")
              .replace("Dear all", NAME + " writes");
    }
    // the database quotes a row that it refuses
    jdbc(settings)
        .execute("alter table ledger.content add constraint refuses_all check (false) not valid");
    Path out = directory.resolve("out");
    Process serving = serve(settings, format, traced, out);
    try {
      URI server = address(settings, serving);
      JsonNode problem = post(server, token, allegation);
      assertThat(problem.get("trace_id").asString()).isEqualTo(TRACE);
    } finally {
      serving.destroy();
      assertThat(serving.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    String log = Files.readString(out);
    List<JsonNode> lines = log.lines().map(LedgerJson.mapper()::readTree).toList();
    assertThat(lines).allSatisfy(line -> assertThat(line.get("message").asString()).isNotBlank());
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.path("trace_id").asString("")).isEqualTo(TRACE);
              assertThat(line.get("message").asString()).contains("Incident " + TRACE);
            });
    String hex = HexFormat.of().formatHex(NAME.getBytes(StandardCharsets.UTF_8));
    assertThat(log).doesNotContainIgnoringCase("zebulon").doesNotContain(hex, token);
    assertThat(collector.spans(TRACE))
        .extracting(Collector.Received::name)
        .contains(traced ? new String[] {"POST /cases", "EventBus.commitEvents"} : new String[0]);
    assertThat(collector.spans().isEmpty()).isNotEqualTo(traced);
    assertThat(collector.everything())
        .doesNotContainIgnoringCase("zebulon")
        .doesNotContain(hex, token);
  }

  private static JdbcTemplate jdbc(LedgerSettings settings) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(settings.databaseUrl());
    database.setUser(settings.databaseUser());
    return new JdbcTemplate(database);
  }

  /** Without the tests' own configuration of logging on its class path. */
  private Process serve(LedgerSettings settings, String format, boolean traced, Path out)
      throws IOException {
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes,
            Ledger.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            settings.dataDirectory().toString());
    process.environment().put("LEDGER_DB_URL", settings.databaseUrl());
    process.environment().put("LEDGER_DB_USER", settings.databaseUser());
    process.environment().put("LEDGER_LOG_FORMAT", format);
    if (traced) {
      process.environment().put("LEDGER_OTLP_ENDPOINT", collector.endpoint().toString());
      process.environment().put("LEDGER_TRACE_RATIO", "1");
    }
    return process
        .redirectOutput(out.toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private URI address(LedgerSettings settings, Process serving) {
    Path address = settings.dataDirectory().resolve("address");
    await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(address) || !serving.isAlive());
    assertThat(directory.resolve("err")).content().contains("the ledger answers at");
    try {
      return URI.create(Files.readString(address).strip());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode post(URI server, String token, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/cases"))
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
      return LedgerJson.mapper().readTree(answer.body());
    }
  }
}
