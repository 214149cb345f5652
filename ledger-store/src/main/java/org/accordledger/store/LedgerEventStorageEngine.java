package org.accordledger.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's way to the store. Tokens are {@link GlobalSequenceTrackingToken}s of the last position
 * handled; a reader that has handled nothing has none ({@code null}).
 *
 * <p>An append returns when its events are durable, and throws {@link StaleAppend}, Axon's {@code
 * AggregateStreamCreationException} for a stream that exists already, {@link RepeatedCommand},
 * {@link KeyReusedForOtherRequest} or {@link StoreUnavailable}. It waits outside of any transaction
 * of its caller.
 */
public final class LedgerEventStorageEngine implements EventStorageEngine {
  private final LedgerStore store;
  private final EventReader reader;
  private final Snapshots snapshots;
  private final EventMessages messages;
  private final PayloadCodec snapshotCodec;
  private final RecentMessages recent;

  /**
   * An engine on an open store.
   *
   * @param events writes and reads the events
   * @param states writes and reads the states of aggregates, for snapshots
   */
  public LedgerEventStorageEngine(LedgerStore store, PayloadCodec events, PayloadCodec states) {
    this.store = store;
    this.reader = store.events();
    this.snapshots = store.snapshots();
    this.messages = new EventMessages(store.config().origin(), events);
    this.snapshotCodec = states;
    this.recent = new RecentMessages(4 * store.config().readBatch());
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    if (events.isEmpty()) {
      return;
    }
    AppendContext context = AppendContext.take();
    List<NewEvent> encoded = events.stream().map(messages::toStore).toList();
    try {
      context.appended(store.append(encoded, context).get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknown(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    }
  }

  @Override
  public DomainEventStream readEvents(String streamId, long fromVersion) {
    List<GenericDomainEventMessage<?>> found =
        reader.readStream(streamId, fromVersion).stream()
            .<GenericDomainEventMessage<?>>map(messages::toDomain)
            .toList();
    return DomainEventStream.of(found);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    int limit = store.config().readBatch();
    return Stream.iterate(
            reader.read(nextPosition(token), limit),
            batch -> !batch.isEmpty(),
            batch -> reader.read(batch.getLast().position() + 1, limit))
        .flatMap(List::stream)
        .map(messages::toTracked);
  }

  LedgerEventStream openStream(@Nullable TrackingToken token) {
    return new LedgerEventStream(store, messages, recent, nextPosition(token));
  }

  private static long nextPosition(@Nullable TrackingToken token) {
    return switch (token) {
      case null -> 0;
      case GlobalSequenceTrackingToken position -> position.getGlobalIndex() + 1;
      default ->
          throw new IllegalArgumentException(
              "a token of this ledger is a position, not " + token.getClass().getSimpleName());
    };
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String streamId) {
    return reader.streamVersion(streamId).stream().boxed().findFirst();
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return null;
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return token(reader.head());
  }

  /** The token before the first event recorded at the instant or later. */
  @Override
  public @Nullable TrackingToken createTokenAt(Instant instant) {
    Instant justBefore = instant.minusNanos(1).truncatedTo(ChronoUnit.MICROS);
    return token(reader.positionAt(justBefore));
  }

  private static @Nullable TrackingToken token(long lastHandled) {
    return lastHandled < 0 ? null : new GlobalSequenceTrackingToken(lastHandled);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    PayloadCodec.Encoded state = snapshotCodec.encode(snapshot.getPayload());
    snapshots.store(
        new Snapshots.Snapshot(
            snapshot.getAggregateIdentifier(),
            snapshot.getSequenceNumber(),
            Objects.requireNonNullElse(snapshot.getType(), ""),
            state.type(),
            snapshot.getTimestamp(),
            state.payload()));
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
    return snapshots
        .read(streamId)
        .map(
            snapshot ->
                new GenericDomainEventMessage<>(
                    snapshot.streamKind(),
                    snapshot.streamId(),
                    snapshot.streamVersion(),
                    snapshotCodec.decode(snapshot.type(), snapshot.payload()),
                    Map.of(),
                    UUID.randomUUID().toString(),
                    snapshot.takenAt()));
  }
}
