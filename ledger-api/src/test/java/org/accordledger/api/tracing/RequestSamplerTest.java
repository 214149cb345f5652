package org.accordledger.api.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestSamplerTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Context NOBODY = Context.root();

  private static Context caller(boolean sampled) {
    SpanContext said =
        SpanContext.createFromRemoteParent(
            TRACE,
            "b7ad6b7169203331",
            sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(said));
  }

  private static boolean recorded(double ratio, Context parent, SpanKind kind) {
    return new RequestSampler(ratio)
            .shouldSample(parent, TRACE, "any", kind, Attributes.empty(), List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  @Test
  void a_caller_cannot_have_a_request_recorded() {
    assertThat(recorded(0, caller(true), SpanKind.SERVER)).isFalse();
    assertThat(recorded(0, NOBODY, SpanKind.SERVER)).isFalse();
  }

  @Test
  void a_caller_can_have_a_request_not_recorded() {
    assertThat(recorded(1, caller(false), SpanKind.SERVER)).isFalse();
    assertThat(recorded(1, caller(true), SpanKind.SERVER)).isTrue();
    assertThat(recorded(1, NOBODY, SpanKind.SERVER)).isTrue();
  }

  @Test
  void the_same_trace_id_is_drawn_anew_each_time() {
    assertThat(IntStream.range(0, 10_000))
        .extracting(i -> recorded(0.5, caller(true), SpanKind.SERVER))
        .contains(true, false);
  }

  @Test
  void what_belongs_to_a_request_goes_as_the_request_went() {
    assertThat(recorded(0, caller(true), SpanKind.CONSUMER)).isTrue();
    assertThat(recorded(1, caller(false), SpanKind.CONSUMER)).isFalse();
  }
}
