package org.accordledger.api.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Speaks to one ledger with one token. Waits and asks again when the server says it is busy (429,
 * 503) or a connection breaks: every write carries an idempotency key, so a repeat changes nothing.
 */
public final class LedgerClient implements AutoCloseable {
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final URI server;
  private final @Nullable String token;
  private final int attempts;
  private final HttpClient http;

  /**
   * @param server root address, for example {@code http://127.0.0.1:8080}
   * @param token bearer token; null reads as the public does
   */
  public LedgerClient(URI server, @Nullable String token) {
    this(server, token, 12);
  }

  /**
   * @param attempts how often a request is sent before the server counts as unreachable
   */
  public LedgerClient(URI server, @Nullable String token, int attempts) {
    this(
        server,
        token,
        attempts,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build());
  }

  private LedgerClient(URI server, @Nullable String token, int attempts, HttpClient http) {
    String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || server.getHost() == null) {
      throw new ServerUnreachable(
          server + " is no address of a ledger; expected for example http://127.0.0.1:8080");
    }
    this.server = server;
    this.token = token;
    this.attempts = attempts;
    this.http = http;
  }

  /** The same server, spoken to with another token. */
  public LedgerClient as(String otherToken) {
    return new LedgerClient(server, otherToken, attempts, http);
  }

  public URI server() {
    return server;
  }

  /**
   * Reads.
   *
   * @param path path and query, already encoded
   * @param accept media type wanted
   */
  public Answer get(String path, String accept) {
    return send(request(path).header("Accept", accept).GET());
  }

  /**
   * Writes.
   *
   * @param idempotencyKey names this act for ever: a repeat gets the first answer
   * @param ifMatch stream version the act rests on, without quotes; null for a new stream
   */
  public Answer post(String path, JsonNode body, String idempotencyKey, @Nullable String ifMatch) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (ifMatch != null) {
      request.header("If-Match", "\"" + ifMatch + "\"");
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    String root = server.toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path)).timeout(REQUEST_LIMIT);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    for (int attempt = 1; ; attempt++) {
      try {
        var response = http.send(request, BodyHandlers.ofString());
        Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
        boolean busy = answer.status() == 429 || answer.status() == 503;
        if (!busy || attempt >= attempts) {
          return answer;
        }
        pause(answer, attempt);
      } catch (IOException e) {
        if (attempt >= attempts) {
          throw new ServerUnreachable(
              "no ledger answers at "
                  + server
                  + "; start one with './ledger serve' or name it with --server URL");
        }
        pause(null, attempt);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ServerUnreachable("stopped while waiting for " + server);
      }
    }
  }

  private void pause(@Nullable Answer answer, int attempt) {
    long millis = Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(attempt, 10));
    if (answer != null) {
      String asked = answer.header("Retry-After").orElse("");
      if (asked.matches("[0-9]{1,4}")) {
        millis = Math.min(30_000, Math.max(millis, Long.parseLong(asked) * 1000));
      }
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnreachable("stopped while waiting for " + server);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
