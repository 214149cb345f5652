package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSpansTest {
  private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Instant RECORDED = Instant.parse("2026-03-04T05:06:07Z");

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();

  @AfterEach
  void close() {
    provider.close();
  }

  private Span span(Instant now, @Nullable String traceparent) {
    EventSpans spans = new EventSpans(provider.get("test"), InstantSource.fixed(now));
    return spans.start("Work", SpanKind.CONSUMER, 41, RECORDED, traceparent);
  }

  @Test
  void a_span_is_a_child_of_what_recorded_the_event_and_says_its_position() {
    span(RECORDED.plusSeconds(600), SAMPLED).end();

    assertThat(exported.getFinishedSpanItems()).hasSize(1);
    SpanData span = exported.getFinishedSpanItems().getFirst();
    assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span.getName()).isEqualTo("Work");
    assertThat(span.getAttributes().asMap())
        .containsOnlyKeys(AttributeKey.longKey("ledger.position"))
        .containsValue(41L);
  }

  @Test
  void an_event_that_is_read_again_long_after_has_none() {
    span(RECORDED.plusSeconds(601), SAMPLED).end();

    assertThat(exported.getFinishedSpanItems()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "nonsense"
      })
  void an_event_of_no_sampled_trace_has_none(@Nullable String traceparent) {
    Span span = span(RECORDED, traceparent);
    span.end();

    assertThat(span.isRecording()).isFalse();
    assertThat(exported.getFinishedSpanItems()).isEmpty();
  }
}
