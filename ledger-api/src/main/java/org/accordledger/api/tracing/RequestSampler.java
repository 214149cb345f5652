package org.accordledger.api.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Draws which requests are recorded. Who asks may say that a request is not to be recorded, and
 * never that it is: neither by a flag nor by a trace id of their choice, on which the draw
 * therefore does not depend. What belongs to a request goes as its request went.
 */
final class RequestSampler implements Sampler {
  private final double ratio;

  /**
   * @param ratio part of the requests that is recorded, 0 to 1
   */
  RequestSampler(double ratio) {
    this.ratio = ratio;
  }

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> parentLinks) {
    SpanContext parent = Span.fromContext(parentContext).getSpanContext();
    boolean unwanted = parent.isValid() && !parent.isSampled();
    boolean ours = parent.isValid() && kind != SpanKind.SERVER;
    return !unwanted && (ours || ThreadLocalRandom.current().nextDouble() < ratio)
        ? SamplingResult.recordAndSample()
        : SamplingResult.drop();
  }

  @Override
  public String getDescription() {
    return "RequestSampler{" + ratio + "}";
  }
}
