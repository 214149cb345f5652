package org.accordledger.api.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.accordledger.core.InvalidValue;
import tools.jackson.databind.json.JsonMapper;

/** Answers health and metrics, to whoever reaches it, and nothing else. */
final class NodeServer implements AutoCloseable {
  /** Who comes beyond these is cut off. */
  static final int AT_ONCE = 64;

  private static final String JSON = "application/json";
  private static final String SCRAPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("health-", 0).factory());

  /** An answer to be sent. */
  private record Answer(int status, String type, String body) {}

  private NodeServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Listens; {@link #serve} says what is answered.
   *
   * @throws InvalidValue if the address cannot be had
   */
  static NodeServer open(InetSocketAddress address) {
    // a connection that is silent in the middle of a request must not keep its thread; in seconds
    System.setProperty("sun.net.httpserver.maxReqTime", "5");
    System.setProperty("sun.net.httpserver.maxRspTime", "60");
    try {
      return new NodeServer(HttpServer.create(address, 0));
    } catch (IOException e) {
      throw new InvalidValue(
          "port",
          "must be free: %d on %s cannot be had"
              .formatted(address.getPort(), address.getAddress().getHostAddress()));
    }
  }

  void serve(Supplier<NodeHealth> whole, Supplier<NodeHealth> ready, Supplier<String> scrape) {
    Map<String, Supplier<Answer>> routes =
        Map.of(
            "/health", () -> answer(whole.get()),
            "/health/readiness", () -> answer(ready.get()),
            "/health/liveness", () -> answer(NodeHealth.alive()),
            "/metrics", () -> new Answer(200, SCRAPE, scrape.get()));
    server.createContext("/", exchange -> handle(exchange, routes));
    server.start();
  }

  private static Answer answer(NodeHealth health) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", health.status());
    body.put("components", health.components());
    return new Answer(health.up() ? 200 : 503, JSON, JsonMapper.shared().writeValueAsString(body));
  }

  private static void handle(HttpExchange exchange, Map<String, Supplier<Answer>> routes)
      throws IOException {
    try (exchange) {
      Supplier<Answer> route = routes.get(exchange.getRequestURI().getPath());
      Answer answer;
      if (route == null) {
        answer = new Answer(404, JSON, "{\"status\":404}");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        answer = new Answer(405, JSON, "{\"status\":405}");
      } else {
        answer = route.get();
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Where it answers. */
  URI address() {
    String host = server.getAddress().getAddress().getHostAddress();
    return URI.create(
        "http://%s:%d"
            .formatted(
                host.contains(":") ? "[" + host + "]" : host, server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
