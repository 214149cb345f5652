package org.accordledger.api.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What leaves the process: of each span the attributes named here, and of an exception its type.
 * Libraries add addresses, identifiers and the messages of exceptions, which may quote what
 * somebody wrote; whatever they come to add, it stays here.
 */
final class PlainSpans implements SpanExporter {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "method",
          "uri",
          "status",
          "outcome",
          "exception",
          "ledger.position",
          "ledger.projection",
          "ledger.topic");
  private static final String EXCEPTION = "exception";
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

  private final SpanExporter exporter;

  PlainSpans(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return exporter.export(spans.stream().<SpanData>map(Plain::new).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private static final class Plain extends DelegatingSpanData {
    Plain(SpanData span) {
      super(span);
    }

    @Override
    public Attributes getAttributes() {
      return super.getAttributes().toBuilder()
          .removeIf(key -> !ATTRIBUTES.contains(key.getKey()))
          .build();
    }

    @Override
    public List<EventData> getEvents() {
      return super.getEvents().stream()
          .filter(event -> event.getName().equals(EXCEPTION))
          .map(Plain::typeAlone)
          .toList();
    }

    private static EventData typeAlone(EventData exception) {
      String type = exception.getAttributes().get(TYPE);
      return EventData.create(
          exception.getEpochNanos(),
          EXCEPTION,
          type == null ? Attributes.empty() : Attributes.of(TYPE, type));
    }

    @Override
    public StatusData getStatus() {
      return StatusData.create(super.getStatus().getStatusCode(), "");
    }
  }
}
