package org.accordledger.audit.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.accordledger.audit.AuditProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from a server that is not trusted: follows no redirect, bounds every body and every wait,
 * and asks again only when the server is busy or the connection breaks.
 */
public final class Http implements AutoCloseable {
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final int LONGEST_PROBLEM = 1 << 16;

  private final String base;
  private final @Nullable String token;
  private final Duration limit;
  private final HttpClient client;

  /**
   * @param base address of the ledger, for example {@code https://ledger.example}
   * @param token bearer token; null reads as the public does
   * @param limit for one request with its whole body
   * @throws AuditProblem when the address is none, or would give the token away
   */
  public Http(URI base, @Nullable String token, Duration limit) {
    String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || base.getHost() == null || base.getQuery() != null) {
      throw new AuditProblem(
          base + " is no address of a ledger; expected for example https://ledger.example");
    }
    if (token != null && scheme.equals("http") && !loopback(base.getHost())) {
      throw new AuditProblem("a token is not sent over plain http to " + base + "; use https");
    }
    this.base = base.toString().replaceAll("/+$", "");
    this.token = token;
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** A body as it came, perhaps compressed. */
  record Raw(int status, boolean gzip) {}

  /**
   * Reads something short.
   *
   * @param path with its query, from the base on
   * @param most bytes it may have, compressed or not
   * @return empty when the server has no such thing
   * @throws AuditProblem when it is longer, cannot be read, or the server answers anything else
   */
  public Optional<byte[]> get(String path, int most) {
    return attempts(
        path,
        () -> {
          ByteArrayOutputStream body = new ByteArrayOutputStream();
          Raw raw = into(path, body, most);
          return raw.status() == 404
              ? Optional.empty()
              : Optional.of(unpacked(body.toByteArray(), raw.gzip(), most, base + path));
        });
  }

  private static byte[] unpacked(byte[] body, boolean gzip, int most, String what)
      throws IOException {
    if (!gzip) {
      return body;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new AuditProblem(what + " unpacks to more than the " + most + " bytes it may have");
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw new AuditProblem(what + " is said to be gzip and is not", e);
    }
  }

  /**
   * Reads once into a sink.
   *
   * @throws IOException when asking again may help
   */
  Raw into(String path, OutputStream sink, long most) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(limit)
            .header("Accept-Encoding", "gzip")
            .GET();
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    ByteArrayOutputStream problem = new ByteArrayOutputStream();
    HttpResponse<Long> response = send(request.build(), sink, most, problem);
    int status = response.statusCode();
    if (status == 500) {
      requireNoContradiction(path, problem.toByteArray());
    }
    if (status == 429 || status >= 500) {
      throw new Busy(status, response.headers().firstValue("Retry-After").orElse(""));
    }
    if (status != 200 && status != 404) {
      throw new AuditProblem(base + path + ": " + meaning(status, response));
    }
    String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
    if (!encoding.matches("(?i)gzip|identity")) {
      throw new AuditProblem(
          base + path + " is encoded as " + encoding + ", which nobody asked for");
    }
    return new Raw(status, encoding.equalsIgnoreCase("gzip"));
  }

  private static String meaning(int status, HttpResponse<?> response) {
    if (status >= 300 && status < 400) {
      return "the server redirects to '%s', which is not followed; give the address it has with --from"
          .formatted(response.headers().firstValue("Location").orElse(""));
    }
    return switch (status) {
      case 401 -> "the server asks for a token; give one with --token-file";
      case 403 -> "the token does not allow to read this";
      default -> "the server answers with status " + status;
    };
  }

  /** A ledger that contradicts itself will not agree with itself at the next try. */
  private void requireNoContradiction(String path, byte[] problem) {
    try {
      JsonNode said = JsonMapper.shared().readTree(problem);
      if (said.path("code").asString("").equals("log_contradicted")) {
        throw new AuditProblem(base + path + ": " + line(said.path("detail").asString("")));
      }
    } catch (JacksonException e) {
      // an answer of something before the ledger
    }
  }

  private static String line(String said) {
    return said.replaceAll("\\p{Cntrl}", " ");
  }

  private HttpResponse<Long> send(
      HttpRequest request, OutputStream sink, long most, OutputStream failure) throws IOException {
    CompletableFuture<HttpResponse<Long>> answer =
        client.sendAsync(
            request,
            info ->
                switch (info.statusCode()) {
                  case 200 -> new LimitedBody(sink, most, request.uri().toString());
                  case 500 -> new LimitedBody(failure, LONGEST_PROBLEM, request.uri().toString());
                  default -> BodySubscribers.replacing(0L);
                });
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuditProblem("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuditProblem problem) {
        throw problem;
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** One try of something that may be tried again. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException;
  }

  /** The server says that it has no time now. */
  private static final class Busy extends IOException {
    private static final long serialVersionUID = 1L;
    private final String after;

    Busy(int status, String after) {
      super("the server answers with status " + status);
      this.after = after;
    }
  }

  <T> T attempts(String path, Attempt<T> attempt) {
    for (int tried = 1; ; tried++) {
      try {
        return attempt.run();
      } catch (ProtocolException e) {
        throw new AuditProblem("%s%s: %s".formatted(base, path, reason(e)), e);
      } catch (IOException e) {
        if (tried == ATTEMPTS) {
          throw new AuditProblem(
              "%s%s cannot be read, tried %d times: %s; run the command again to go on where it stopped"
                  .formatted(base, path, ATTEMPTS, reason(e)),
              e);
        }
        pause(e, tried);
      }
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void pause(IOException why, int tried) {
    long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << tried);
    if (why instanceof Busy busy && busy.after.matches("[0-9]{1,4}")) {
      millis = Math.min(LONGEST_PAUSE_MILLIS, 1_000 * Long.parseLong(busy.after));
    }
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuditProblem("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
