package org.accordledger.api.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docker-compose.yml as it stands: two nodes on one PostgreSQL, with Kafka. */
class ComposedSystemTest {
  private static final Duration SLOW_MACHINE = Duration.ofMinutes(5);
  private static final String FIRST = "ledger-api-1";
  private static final String SECOND = "ledger-api-2";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String project = "ledger-test-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void a_command_through_one_node_is_read_through_the_other_and_outlives_the_first()
      throws Exception {
    variables.put("LEDGER_IMAGE", Docker.image("LEDGER_IMAGE", "accord-ledger:latest"));
    variables.put("POSTGRES_IMAGE", Docker.image("POSTGRES_IMAGE", "postgres:18"));
    variables.put("KAFKA_IMAGE", Docker.image("KAFKA_IMAGE", "apache/kafka:4.2.0"));
    List<String> compose =
        Stream.concat(Docker.compose().stream(), Stream.of("-p", project)).toList();
    URI first = free("LEDGER_PORT_1");
    URI second = free("LEDGER_PORT_2");
    try {
      // the second node waits for the first one to be healthy, and that one for the others
      Docker.must(variables, with(compose, "up", "-d", "--no-build", SECOND));
      awaitReady(second);
      String token =
          Docker.must(
                  variables,
                  with(
                      compose,
                      "exec",
                      "-T",
                      FIRST,
                      "ledger",
                      "token",
                      "create",
                      "--account",
                      "registrar",
                      "--role",
                      "registrar"))
              .strip();

      long position = draft(first, token, "accord-one");
      assertThat(read(second, "/accords/accord-one?min_position=" + position)).contains("alba");
      String operator =
          Docker.must(
                  variables,
                  with(
                      compose,
                      "exec",
                      "-T",
                      SECOND,
                      "ledger",
                      "token",
                      "create",
                      "--account",
                      "watcher",
                      "--role",
                      "operator"))
              .strip();
      awaitFed(second, operator, position);

      Docker.must(variables, with(compose, "kill", FIRST));
      long later = draft(second, token, "accord-two");
      assertThat(later).isEqualTo(position + 1);
      assertThat(read(second, "/accords/accord-one?min_position=" + later)).contains("alba");

      // what the second has published meanwhile, the first publishes, too, and signs alike
      Docker.must(variables, with(compose, "up", "-d", "--no-build", FIRST));
      awaitReady(first);
      assertThat(read(first, "/accords/accord-two?min_position=" + later)).contains("borea");
      assertThat(read(first, "/log/checkpoint")).isEqualTo(read(second, "/log/checkpoint"));
    } finally {
      Docker.run(variables, with(compose, "down", "-v", "-t", "20"));
    }
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
        .until(() -> get(node, "/health/readiness", Map.of()).statusCode() == 200);
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
