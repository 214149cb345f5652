package org.accordledger.projections;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what becomes of an event after it was recorded, in the trace that it was recorded in:
 * only where that is sampled, and while it is young. Who reads the log again from its beginning
 * must not fill a collector with traces that ended long ago.
 */
public final class EventSpans {
  /** Nobody asked for spans. */
  public static final EventSpans NONE =
      new EventSpans(TracerProvider.noop().get("none"), InstantSource.system());

  /** How W3C calls what says the trace; so does the metadata of a message. */
  public static final String TRACEPARENT = "traceparent";

  private static final Duration YOUNG = Duration.ofMinutes(10);
  private static final AttributeKey<Long> POSITION = AttributeKey.longKey("ledger.position");

  private final Tracer tracer;
  private final InstantSource clock;

  /**
   * Spans that a tracer makes.
   *
   * @param clock by which an event is young
   */
  public EventSpans(Tracer tracer, InstantSource clock) {
    this.tracer = tracer;
    this.clock = clock;
  }

  /**
   * Starts a span, which the caller ends; one that records nothing where there is to be none.
   *
   * @param name of a kind of work, never of what the event is about
   * @param traceparent the trace of the event; null if nobody records it
   */
  public Span start(
      String name, SpanKind kind, long position, Instant recordedAt, @Nullable String traceparent) {
    if (traceparent == null || recordedAt.plus(YOUNG).isBefore(clock.instant())) {
      return Span.getInvalid();
    }
    Context parent =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), traceparent, TraceparentAlone.INSTANCE);
    return Span.fromContext(parent).getSpanContext().isSampled()
        ? tracer
            .spanBuilder(name)
            .setSpanKind(kind)
            .setParent(parent)
            .setAttribute(POSITION, position)
            .startSpan()
        : Span.getInvalid();
  }

  private enum TraceparentAlone implements TextMapGetter<String> {
    INSTANCE;

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of(TRACEPARENT);
    }

    @Override
    public @Nullable String get(@Nullable String carrier, String key) {
      return key.equals(TRACEPARENT) ? carrier : null;
    }
  }
}
