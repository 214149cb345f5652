package org.accordledger.api.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docker-compose.yml as it stands: two nodes on one PostgreSQL, Kafka, two nodes of projections
 * whose views the former read, and Prometheus.
 */
class ComposedSystemTest {
  private static final Duration SLOW_MACHINE = Duration.ofMinutes(5);
  private static final String FIRST = "ledger-api-1";
  private static final String SECOND = "ledger-api-2";
  private static final String READY = "/health/readiness";
  private static final String VIEWS = "postgres-views";
  private static final String PROMETHEUS = "prometheus";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String project = "ledger-test-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> variables = new HashMap<>();
  private List<String> compose = List.of();

  @Test
  void what_one_node_takes_every_node_shows_and_each_part_may_be_lost() throws Exception {
    variables.put("LEDGER_IMAGE", Docker.image("LEDGER_IMAGE", "accord-ledger:latest"));
    variables.put("POSTGRES_IMAGE", Docker.image("POSTGRES_IMAGE", "postgres:18"));
    variables.put("KAFKA_IMAGE", Docker.image("KAFKA_IMAGE", "apache/kafka:4.2.0"));
    variables.put("PROMETHEUS_IMAGE", Docker.image("PROMETHEUS_IMAGE", "prom/prometheus:v3.5.0"));
    compose = Stream.concat(Docker.compose().stream(), Stream.of("-p", project)).toList();
    URI first = free("LEDGER_PORT_1");
    URI second = free("LEDGER_PORT_2");
    URI prometheus = free("PROMETHEUS_PORT");
    try {
      start();
      awaitReady(second);
      String token = token("registrar", "registrar");
      long position = draft(first, token, "accord-one");
      awaitShown(second, "/accords/accord-one", position);
      awaitFed(second, token("watcher", "operator"), position);
      theLedgerReadsAndWritesNothingThere(position);
      everyNodeIsMeasured(prometheus);

      compose("kill", FIRST, "ledger-projections-1");
      long later = draft(second, token, "accord-two");
      assertThat(later).isEqualTo(position + 1);
      // its partitions come to the other one when Kafka has missed it for long enough
      awaitShown(second, "/accords/accord-two", later);
      awaitMeasured(prometheus, "count(ALERTS{alertname='LedgerNodeDown'})", 2);

      long last = withoutKafkaAndViews(second, token);
      start();
      awaitReady(first);
      awaitReady(second);
      for (URI node : List.of(first, second)) {
        awaitShown(node, "/accords/accord-three", last);
      }
      // what the second has published meanwhile, the first publishes, too, and signs alike
      assertThat(read(first, "/log/checkpoint")).isEqualTo(read(second, "/log/checkpoint"));
      awaitMeasured(prometheus, "count(up == 1)", 4);
      for (String node : List.of(FIRST, SECOND)) {
        assertThat(compose("exec", "-T", node, "ledger", "audit", "verify", "/var/lib/ledger/log"))
            .contains("verified: " + (last + 1) + " entries");
      }
    } finally {
      Docker.run(variables, with(compose, "down", "-v", "-t", "20"));
    }
  }

  /** All of it but Grafana; what waits for what is the file's to say. */
  private void start() {
    compose("up", "-d", "--no-build", SECOND, PROMETHEUS);
  }

  private String compose(String... words) {
    return Docker.must(variables, with(compose, words));
  }

  private String token(String account, String role) {
    return compose(
            "exec", "-T", FIRST, "ledger", "token", "create", "--account", account, "--role", role)
        .strip();
  }

  private void theLedgerReadsAndWritesNothingThere(long position) {
    assertThat(sql("select max(position) from inbox.event").text().strip())
        .isEqualTo(Long.toString(position));
    Docker.Said refused = sql("delete from inbox.event");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.text()).contains("permission denied");
  }

  private Docker.Said sql(String statement) {
    return Docker.run(
        variables,
        with(
            compose,
            "exec",
            "-T",
            VIEWS,
            "psql",
            "--host=/var/run/postgresql",
            "--username=reader",
            "--dbname=views",
            "--tuples-only",
            "--no-align",
            "--command=" + statement));
  }

  private void everyNodeIsMeasured(URI prometheus) throws Exception {
    awaitMeasured(prometheus, "count(up == 1)", 4);
    JsonNode groups =
        JsonMapper.shared().readTree(read(prometheus, "/api/v1/rules")).at("/data/groups");
    assertThat(groups.valueStream().flatMap(group -> group.at("/rules").valueStream()))
        .hasSizeGreaterThan(10)
        .allMatch(rule -> rule.at("/lastError").isMissingNode());
    for (JsonNode expression : dashboard().findValues("expr")) {
      assertThat(read(prometheus, query(expression.asString()))).contains("success");
    }
  }

  private static JsonNode dashboard() throws IOException {
    return JsonMapper.shared()
        .readTree(
            Files.readString(Docker.PROJECT.resolve("docker/grafana/dashboards/ledger.json")));
  }

  private static String query(String expression) {
    return "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
  }

  private void awaitMeasured(URI prometheus, String expression, int value) {
    await()
        .atMost(SLOW_MACHINE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        JsonMapper.shared()
                            .readTree(read(prometheus, query(expression)))
                            .at("/data/result/0/value/1")
                            .asString())
                    .isEqualTo(Integer.toString(value)));
  }

  /** Commands go on; without Kafka what was shown is still shown, without the views nothing is. */
  private long withoutKafkaAndViews(URI node, String token) throws Exception {
    compose("kill", "kafka");
    long last = draft(node, token, "accord-three");
    assertThat(read(node, "/accords/accord-two")).contains("borea");
    assertThat(get(node, READY, Map.of()).statusCode()).isEqualTo(200);

    compose("kill", VIEWS);
    await().atMost(SLOW_MACHINE).until(() -> get(node, READY, Map.of()).statusCode() == 503);
    assertThat(draft(node, token, "accord-four")).isEqualTo(last + 1);
    return last + 1;
  }

  private static List<String> with(List<String> compose, String... words) {
    return Stream.concat(compose.stream(), Stream.of(words)).toList();
  }

  private URI free(String variable) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      variables.put(variable, Integer.toString(socket.getLocalPort()));
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private void awaitReady(URI node) {
    await()
        .atMost(SLOW_MACHINE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> get(node, READY, Map.of()).statusCode() == 200);
  }

  /** The views follow by themselves; a read that asks for more than they have is told to repeat. */
  private void awaitShown(URI node, String path, long position) {
    await()
        .atMost(SLOW_MACHINE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> assertThat(read(node, path + "?min_position=" + position)).contains("borea"));
  }

  /** One of the nodes feeds the topic, and both know how far. */
  private void awaitFed(URI node, String operator, long position) {
    String line = "ledger_feed_position{topic=\"ledger.events\"} %d.0".formatted(position);
    await()
        .atMost(SLOW_MACHINE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(
                        get(node, "/metrics", Map.of("Authorization", "Bearer " + operator)).body())
                    .contains(line));
  }

  private long draft(URI node, String token, String accord) throws Exception {
    String body =
        """
        {"accord": "%s", "title": {"en": "Two nodes (invented)"}, "languages": ["en"],
         "parties": [{"id": "alba", "name": {"en": "Alba"}}, {"id": "borea", "name": {"en": "Borea"}}],
         "hypothetical": true, "retrospective": true,
         "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"}],
         "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 2}}
        """
            .formatted(accord);
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve("/accords"))
            .timeout(Duration.ofMinutes(1))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", accord)
            .header("Prefer", "wait=published")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
  }

  private String read(URI node, String path) throws Exception {
    HttpResponse<String> answer = get(node, path, Map.of("Accept", "*/*"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> get(URI node, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(path)).timeout(Duration.ofMinutes(1));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
