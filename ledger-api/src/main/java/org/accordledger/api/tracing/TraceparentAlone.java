package org.accordledger.api.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import org.accordledger.projections.EventSpans;
import org.jspecify.annotations.Nullable;

/**
 * W3C's {@code traceparent}, which is digits of a fixed form, and nothing else: {@code tracestate}
 * and baggage hold whatever a caller writes there.
 */
final class TraceparentAlone implements TextMapPropagator {
  private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final List<String> FIELDS = List.of(EventSpans.TRACEPARENT);

  @Override
  public Collection<String> fields() {
    return FIELDS;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    W3C.inject(
        context,
        carrier,
        (into, key, value) -> {
          if (FIELDS.contains(key)) {
            setter.set(into, key, value);
          }
        });
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    return W3C.extract(
        context,
        carrier,
        new TextMapGetter<C>() {
          @Override
          public Iterable<String> keys(C from) {
            return FIELDS;
          }

          @Override
          public @Nullable String get(@Nullable C from, String key) {
            return FIELDS.contains(key) ? getter.get(from, key) : null;
          }
        });
  }
}
