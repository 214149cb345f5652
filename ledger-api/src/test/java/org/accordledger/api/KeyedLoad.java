package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Clients of several nodes who file allegations, each under a key of its own. Who gets no answer,
 * or none that says that it is done, asks the next node under the same key.
 */
final class KeyedLoad {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<TestLedger> nodes;
  private final String token;
  private final String body;
  private final Map<String, Long> positions = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients = new ArrayList<>();

  KeyedLoad(List<TestLedger> nodes, String token, String body) {
    this.nodes = nodes;
    this.token = token;
    this.body = body;
  }

  /** Begins to file; every client begins at a node of its own. */
  KeyedLoad begin(int count, int each) {
    for (int c = 0; c < count; c++) {
      int client = c;
      clients.add(
          Thread.ofVirtual()
              .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
              .start(
                  () -> {
                    int node = client;
                    for (int i = 0; i < each; i++) {
                      node = file("client-%d/%d".formatted(client, i), node);
                    }
                  }));
    }
    return this;
  }

  /** Returns the number of the node that did it, to which a client keeps. */
  private int file(String key, int first) {
    for (int node = first; ; node++) {
      HttpAnswer answer = answer(nodes.get(node % nodes.size()), key);
      if (answer != null && answer.status() == 201) {
        positions.put(key, answer.json().get("position").asLong());
        return node;
      }
      if (answer != null) {
        assertThat(answer.code()).isIn("still_running", "store_unavailable", "outcome_unknown");
      }
    }
  }

  /** What a node answers to the request of a key; null if it does not answer. */
  private @Nullable HttpAnswer answer(TestLedger node, String key) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.running().address() + "/cases"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return node.send(request);
    } catch (UncheckedIOException unanswered) {
      return null;
    }
  }

  int done() {
    assertThat(failures).isEmpty();
    return positions.size();
  }

  /** The position of every key, once all are filed. */
  Map<String, Long> positions() throws InterruptedException {
    for (Thread client : clients) {
      client.join();
    }
    assertThat(failures).isEmpty();
    return new TreeMap<>(positions);
  }

  /** What a node answers now to every key that was filed. */
  Map<String, Long> askedAgain(TestLedger node) {
    Map<String, Long> answers = new TreeMap<>();
    for (String key : positions.keySet()) {
      HttpAnswer answer = Objects.requireNonNull(answer(node, key));
      answers.put(key, Scenario.created(answer).json().get("position").asLong());
    }
    return answers;
  }
}
