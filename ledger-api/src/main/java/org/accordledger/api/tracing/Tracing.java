package org.accordledger.api.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.accordledger.projections.EventSpans;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.jspecify.annotations.Nullable;

/**
 * Spans of this process, sent where the operator says. Where nothing is said there is no tracer, no
 * thread and no connection. Spans wait in a bounded queue: a collector that is away costs what is
 * beyond it and delays nobody.
 */
public final class Tracing implements AutoCloseable {
  private static final Duration SEND_EVERY = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final long STOP_SECONDS = 5;
  private static final String SCOPE = "org.accordledger";

  private final @Nullable SdkTracerProvider provider;

  private Tracing(@Nullable SdkTracerProvider provider) {
    this.provider = provider;
  }

  /**
   * Begins; nothing is connected to before the first span ends.
   *
   * @param settings null for no traces
   * @param service how the collector is to call this kind of process
   */
  public static Tracing of(@Nullable TraceSettings settings, String service) {
    if (settings == null) {
      return new Tracing(null);
    }
    return sendingTo(
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.endpoint().toString())
            .setConnectTimeout(ANSWER)
            .setTimeout(ANSWER)
            .build(),
        settings.ratio(),
        service);
  }

  static Tracing sendingTo(SpanExporter exporter, double ratio, String service) {
    Resource resource =
        Resource.getDefault()
            .merge(
                Resource.create(
                    Attributes.builder()
                        .put("service.name", service)
                        // tells nodes apart and says nothing of the machine
                        .put("service.instance.id", UUID.randomUUID().toString())
                        .build()));
    return new Tracing(
        SdkTracerProvider.builder()
            .setResource(resource)
            .setSampler(new RequestSampler(ratio))
            .addSpanProcessor(
                BatchSpanProcessor.builder(new PlainSpans(exporter))
                    .setScheduleDelay(SEND_EVERY)
                    .setExporterTimeout(ANSWER)
                    .build())
            .build());
  }

  /** Null where there are no traces. */
  @Nullable Tracer tracer() {
    return provider == null ? null : provider.get(SCOPE);
  }

  /** Makes Axon's spans, of commands and of events on their way into the store. */
  public SpanFactory axon() {
    Tracer tracer = tracer();
    return tracer == null
        ? NoOpSpanFactory.INSTANCE
        : OpenTelemetrySpanFactory.builder()
            .tracer(tracer)
            .contextPropagators(new TraceparentAlone())
            .build();
  }

  /**
   * Makes spans of what becomes of events after they are recorded.
   *
   * @param clock by which an event is young enough to have one
   */
  public EventSpans ofEvents(InstantSource clock) {
    Tracer tracer = tracer();
    return tracer == null ? EventSpans.NONE : new EventSpans(tracer, clock);
  }

  /** Sends what has ended, for as long as a stop may take, and ends. */
  @Override
  public void close() {
    if (provider != null) {
      var _ = provider.shutdown().join(STOP_SECONDS, TimeUnit.SECONDS);
    }
  }
}
