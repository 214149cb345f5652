package org.accordledger.api.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes spans as a collector does, over HTTP on this machine, and decodes them. */
public final class Collector implements AutoCloseable {
  /**
   * What a span says.
   *
   * @param service which kind of process sent it
   * @param parent id of the span it belongs to; empty for none
   * @param attributes every one it has, as text
   */
  public record Received(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      Map<String, String> attributes) {}

  private final List<Received> spans = new CopyOnWriteArrayList<>();
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /** Where it takes spans. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      bodies.add(body);
      for (ResourceSpans resource :
          ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
        String service = text(resource.getResource().getAttributesList()).get("service.name");
        resource.getScopeSpansList().stream()
            .flatMap(scope -> scope.getSpansList().stream())
            .map(span -> received(String.valueOf(service), span))
            .forEach(spans::add);
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static Received received(String service, Span span) {
    HexFormat hex = HexFormat.of();
    return new Received(
        service,
        hex.formatHex(span.getTraceId().toByteArray()),
        hex.formatHex(span.getSpanId().toByteArray()),
        hex.formatHex(span.getParentSpanId().toByteArray()),
        span.getName(),
        text(span.getAttributesList()));
  }

  private static Map<String, String> text(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey,
                one ->
                    one.getValue().hasIntValue()
                        ? Long.toString(one.getValue().getIntValue())
                        : one.getValue().getStringValue()));
  }

  /** Everything it was ever sent, as far as it is text. */
  public String everything() {
    return bodies.stream()
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  public List<Received> spans() {
    return List.copyOf(spans);
  }

  /** The spans of one trace. */
  public List<Received> spans(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
