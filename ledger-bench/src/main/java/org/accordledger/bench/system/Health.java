package org.accordledger.bench.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the parts say over HTTP of themselves, asked as a supervisor asks. */
final class Health implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Health() {}

  /** Asks until something holds; false if it does not within the limit. */
  static boolean await(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting", e);
      }
    }
    return true;
  }

  /** All of it: store, projections, log and feed, or intake and projections. */
  boolean well(URI part) {
    return said(part).startsWith(OK + " ");
  }

  /** Whether it is to be sent requests. */
  boolean ready(URI part) {
    return get(part.resolve("/health/readiness")).startsWith(OK + " ");
  }

  /** Whether it answers a read. */
  boolean shows(URI part) {
    return get(part.resolve("/scorecard")).startsWith(OK + " ");
  }

  /** Its answer in one line, for people. */
  String said(URI part) {
    return get(part.resolve("/health"));
  }

  /** Entries under the checkpoint that a node serves; -1 if it serves none now. */
  long published(URI node) {
    String[] lines = get(node.resolve("/log/checkpoint")).split("\n", -1);
    return lines.length > 1 && lines[1].matches("[0-9]{1,18}") ? Long.parseLong(lines[1]) : -1;
  }

  private String get(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(ANSWER).header("Accept", "*/*").build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return "no answer from " + address;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + address, e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
