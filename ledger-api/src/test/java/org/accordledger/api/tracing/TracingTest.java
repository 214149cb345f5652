package org.accordledger.api.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.accordledger.projections.EventSpans;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.Test;

class TracingTest {
  @Test
  void without_settings_there_is_nothing() {
    try (Tracing none = Tracing.of(null, "test")) {
      assertThat(none.tracer()).isNull();
      assertThat(none.axon()).isSameAs(NoOpSpanFactory.INSTANCE);
      assertThat(none.ofEvents(InstantSource.system())).isSameAs(EventSpans.NONE);
    }
  }

  @Test
  void what_libraries_say_of_people_and_addresses_stays_here() {
    Kept kept = new Kept();
    try (Tracing tracing = Tracing.sendingTo(kept, 1, "test")) {
      Tracer tracer = Objects.requireNonNull(tracing.tracer());
      Span span = tracer.spanBuilder("work").startSpan();
      span.setAttribute("http.url", "/cases/case-of-somebody");
      span.setAttribute("axon_aggregate_identifier", "case-of-somebody");
      span.setAttribute("ledger.position", 7);
      span.addEvent("somebody did it");
      span.recordException(new IllegalStateException("somebody's words"));
      span.setStatus(StatusCode.ERROR, "somebody's words");
      span.end();
    }

    SpanData sent = kept.sent.getFirst();
    assertThat(sent.getAttributes())
        .isEqualTo(Attributes.of(AttributeKey.longKey("ledger.position"), 7L));
    assertThat(sent.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, ""));
    assertThat(sent.getEvents()).hasSize(1);
    assertThat(sent.getEvents().getFirst().getAttributes())
        .isEqualTo(
            Attributes.of(
                AttributeKey.stringKey("exception.type"), "java.lang.IllegalStateException"));
  }

  private static final class Kept implements SpanExporter {
    private final List<SpanData> sent = new ArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      sent.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
