package org.accordledger.api.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as a ledger with one accord between Aland (aa) and Borduria (bb) does: a case is known by
 * source id, respondent and clause, and a key that was used gives the first answer.
 */
final class FakeLedger implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** Takes a look at a request first; an answer of its own ends it. */
  record Early(int status, String body) {}

  final Map<String, JsonNode> cases = new ConcurrentHashMap<>();
  final AtomicInteger posts = new AtomicInteger();
  private final HttpServer server;
  private volatile Function<Integer, Early> fault = number -> new Early(0, "");

  FakeLedger() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * @param fault sees the number of each POST, from 1; status 0 lets it through
   */
  void failing(Function<Integer, Early> fault) {
    this.fault = fault;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, "{\"parties\":[{\"id\":\"aa\"},{\"id\":\"bb\"}]}");
      return;
    }
    Early early = fault.apply(posts.incrementAndGet());
    if (early.status() > 0) {
      send(exchange, early.status(), early.body());
      return;
    }
    JsonNode allegation = JSON.readTree(body).path("allegation");
    if (allegation.path("title").asString("").equals("unwelcome")) {
      send(exchange, 422, "{\"code\":\"no_standing\",\"detail\":\"The body has no standing.\"}");
      return;
    }
    String id =
        allegation.path("source_id").asString("")
            + "|"
            + allegation.path("respondent").asString("")
            + "|"
            + allegation.path("clause").asString("");
    if (cases.putIfAbsent(id, allegation) != null) {
      send(exchange, 409, "{\"code\":\"already_submitted\",\"detail\":\"It is there.\"}");
      return;
    }
    send(exchange, 201, "{\"stream\":\"case-1\",\"version\":0,\"position\":1}");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
