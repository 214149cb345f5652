package org.accordledger.api.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * A span for each request, in the trace that its caller names. None for those by which a machine
 * looks every few seconds whether this one is well.
 */
final class RequestSpans
    extends PropagatingReceiverTracingObservationHandler<ServerRequestObservationContext> {

  RequestSpans(Tracer tracer) {
    super(
        new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {}),
        new OtelPropagator(ContextPropagators.create(new TraceparentAlone()), tracer));
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext request
        && !looksWhetherAllIsWell(request.getCarrier());
  }

  private static boolean looksWhetherAllIsWell(@Nullable HttpServletRequest request) {
    String path = request == null ? "" : request.getRequestURI();
    return path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/");
  }

  /**
   * Named by the method and the pattern of the address, as the metrics say them: what a caller
   * makes up is in neither.
   */
  @Override
  public void endSpan(ServerRequestObservationContext context, Span span) {
    String name =
        Stream.of("method", "uri")
            .map(context::getLowCardinalityKeyValue)
            .filter(Objects::nonNull)
            .map(KeyValue::getValue)
            .collect(Collectors.joining(" "));
    super.endSpan(context, span.name(name));
  }
}
