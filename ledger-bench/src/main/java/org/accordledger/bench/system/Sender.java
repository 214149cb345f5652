package org.accordledger.bench.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends a command under one key to one node after the other until one acknowledges it. */
final class Sender implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(100);
  private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z_]+)\"");

  private final List<URI> nodes;
  private final Map<String, String> tokens;
  private final AtomicLong number = new AtomicLong();
  private final Map<String, Long> refusals = new ConcurrentSkipListMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private volatile boolean closed;

  Sender(List<URI> nodes, Map<String, String> tokens) {
    this.nodes = nodes;
    this.tokens = tokens;
  }

  /**
   * Sends it until it is acknowledged.
   *
   * @param before the last command of the stream; null where this one makes the stream
   * @throws Violation if it is refused, which no fault excuses, or not acknowledged in four minutes
   */
  Acknowledged send(String who, String path, String body, @Nullable Acknowledged before) {
    long sequence = number.incrementAndGet();
    String key = "faults-" + sequence;
    long sent = System.nanoTime();
    String last = "nothing was sent";
    for (long attempt = sequence; System.nanoTime() - sent < PATIENCE.toNanos(); attempt++) {
      URI node = nodes.get((int) (attempt % nodes.size()));
      HttpRequest request = request(node.resolve(path), who, key, body, before);
      if (closed) {
        throw new IllegalStateException("the run has ended");
      }
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 200 || answer.statusCode() == 201) {
          return acknowledged(key, answer, before, sent);
        }
        last = requirePassing(key, path, answer);
      } catch (IOException e) {
        last = "no answer";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while " + key + " was sent", e);
      }
      refusals.merge(last, 1L, Long::sum);
      pause();
    }
    throw new Violation(
        "%s (POST %s) was not acknowledged within %s; the last answer was: %s"
            .formatted(key, path, PATIENCE, last));
  }

  private HttpRequest request(
      URI address, String who, String key, String body, @Nullable Acknowledged before) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + tokens.get(who))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body));
    if (before != null) {
      request.header("If-Match", "\"" + before.version() + "\"");
    }
    return request.build();
  }

  private static Acknowledged acknowledged(
      String key, HttpResponse<String> answer, @Nullable Acknowledged before, long sent) {
    String stream =
        before != null
            ? before.stream()
            : answer.headers().firstValue("Location").orElse("/?/?").split("/", -1)[2];
    String version = answer.headers().firstValue("ETag").orElse("").replace("\"", "");
    long position = answer.headers().firstValueAsLong("Ledger-Position").orElse(-1);
    if (!version.matches("[0-9]{1,18}") || position < 0) {
      throw new Violation(
          key + " was acknowledged without a version or a position: " + answer.headers().map());
    }
    return new Acknowledged(
        key, stream, Long.parseLong(version), position, sent, System.nanoTime());
  }

  /**
   * What a fault may make of an answer: it cannot be done now, or it is being done. A failure that
   * nobody foresaw is excused by nothing.
   */
  private static String requirePassing(String key, String path, HttpResponse<String> answer) {
    Matcher found = CODE.matcher(answer.body());
    String code = found.find() ? found.group(1) : "";
    boolean passing =
        answer.statusCode() == 503 || answer.statusCode() == 429 || code.equals("still_running");
    if (!passing) {
      throw new Violation(
          "%s (POST %s) was refused: %d %s"
              .formatted(key, path, answer.statusCode(), answer.body()));
    }
    return answer.statusCode() + " " + code;
  }

  private static void pause() {
    try {
      Thread.sleep(BEFORE_NEXT_TRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The answers that were no acknowledgements, with how many of each. */
  String refusals() {
    return refusals.isEmpty()
        ? "none"
        : refusals.entrySet().stream()
            .map(one -> one.getValue() + " x " + one.getKey())
            .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
    http.close();
  }
}
