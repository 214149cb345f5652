package org.accordledger.projections;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gives a projection its events by the batch. Axon hands over one event at a time inside the unit
 * of work of a whole batch; they are collected there and applied at once before it commits, in the
 * transaction that also holds Axon's token.
 */
final class ProjectionInvoker implements EventHandlerInvoker {
  private static final String BATCH = ProjectionInvoker.class.getName() + "/batch";
  private static final AttributeKey<String> PROJECTION =
      AttributeKey.stringKey("ledger.projection");

  private final Projection projection;
  private final Progress progress;
  private final DeadLetters deadLetters;
  private final EventSpans spans;
  private final Consumer<Recorded<? extends LedgerEvent>> onApplied;

  /**
   * @param spans makes one of each event, which lasts until its batch is committed
   * @param onApplied told the last event of every batch once it is committed
   */
  ProjectionInvoker(
      Projection projection,
      Progress progress,
      DeadLetters deadLetters,
      EventSpans spans,
      Consumer<Recorded<? extends LedgerEvent>> onApplied) {
    this.projection = projection;
    this.progress = progress;
    this.deadLetters = deadLetters;
    this.spans = spans;
    this.onApplied = onApplied;
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    UnitOfWork<?> unit = CurrentUnitOfWork.get();
    List<Recorded<? extends LedgerEvent>> batch =
        unit.getOrComputeResource(BATCH, key -> collectFor(unit));
    Recorded<LedgerEvent> event = recorded(message);
    batch.add(event);
    Span span = span(message, event);
    if (span.isRecording()) {
      unit.onRollback(u -> span.setStatus(StatusCode.ERROR));
      unit.onCleanup(u -> span.end());
    }
  }

  private Span span(EventMessage<?> message, Recorded<LedgerEvent> event) {
    Object trace = message.getMetaData().get(EventSpans.TRACEPARENT);
    return spans
        .start(
            "Projection.apply",
            SpanKind.CONSUMER,
            event.position(),
            event.recordedAt(),
            trace instanceof String traceparent ? traceparent : null)
        .setAttribute(PROJECTION, projection.name());
  }

  private List<Recorded<? extends LedgerEvent>> collectFor(UnitOfWork<?> unit) {
    List<Recorded<? extends LedgerEvent>> batch = new ArrayList<>();
    unit.onPrepareCommit(
        u -> {
          progress.advance(projection.name(), batch);
          projection.apply(batch);
          deadLetters.appliedUpTo(projection.name(), batch.getLast().position());
        });
    unit.afterCommit(u -> onApplied.accept(batch.getLast()));
    return batch;
  }

  private static Recorded<LedgerEvent> recorded(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked
        && message instanceof DomainEventMessage<?> of
        && message.getPayload() instanceof LedgerEvent event) {
      return new Recorded<>(
          tracked.trackingToken().position().orElseThrow(),
          message.getTimestamp(),
          of.getAggregateIdentifier(),
          of.getSequenceNumber(),
          event);
    }
    throw new IllegalStateException(
        "the log holds something that is not a ledger event: " + message.getPayloadType());
  }

  /** Rebuilding goes through {@link Projections#rebuild}, which also moves the position back. */
  @Override
  public boolean supportsReset() {
    return false;
  }
}
