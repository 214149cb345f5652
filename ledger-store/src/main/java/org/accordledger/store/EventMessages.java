package org.accordledger.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.accordledger.log.LogHash;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Between Axon's messages and what is stored. */
final class EventMessages {
  /** Keeps an identifier that is no UUIDv7 and so cannot be the event's id in the log. */
  private static final String MESSAGE_ID = "message_id";

  /** Metadata key under which Axon's tracing says the trace of a message, as W3C writes it. */
  private static final String TRACEPARENT = "traceparent";

  /** The last bit says that the trace is recorded. */
  private static final Pattern SAMPLED =
      Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f][13579bdf]");

  private final String origin;
  private final PayloadCodec codec;
  private final SecureRandom random = new SecureRandom();

  EventMessages(String origin, PayloadCodec codec) {
    this.origin = origin;
    this.codec = codec;
  }

  /**
   * Makes an event ready to be stored, as far as that goes before its position is known.
   *
   * @throws IllegalArgumentException when the event cannot be stored as it is
   */
  NewEvent toStore(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> event)) {
      throw new IllegalArgumentException(
          "only events of a stream are stored, not " + message.getPayloadType().getSimpleName());
    }
    PayloadCodec.Encoded encoded = codec.encode(event.getPayload());
    UUID id = EventIds.of(event.getIdentifier());
    byte[] salt = new byte[LogHash.SALT_BYTES];
    random.nextBytes(salt);
    NewEvent stored =
        new NewEvent(
            id,
            event.getAggregateIdentifier(),
            event.getSequenceNumber(),
            encoded.type(),
            encoded.payload(),
            salt,
            LogHash.commitment(salt, encoded.payload()),
            MetadataBytes.encode(strings(event, id)),
            sampledTrace(event));
    requireStorable(stored);
    return stored;
  }

  /** Whatever the committer would stumble over is refused here, to the one who asked for it. */
  private void requireStorable(NewEvent event) {
    if (event.streamId().isEmpty()
        || event.streamId().indexOf('\0') >= 0
        || event.type().indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a stream id is not empty and holds no zero character");
    }
    event.leaf(origin, Instant.EPOCH).bytes();
  }

  /** Of a trace that nobody records nothing is kept. */
  private static @Nullable String sampledTrace(EventMessage<?> event) {
    return event.getMetaData().get(TRACEPARENT) instanceof String trace
            && SAMPLED.matcher(trace).matches()
        ? trace
        : null;
  }

  private static Map<String, String> strings(DomainEventMessage<?> event, UUID id) {
    Map<String, String> strings = new HashMap<>();
    event
        .getMetaData()
        .forEach(
            (key, value) -> {
              if (value instanceof String text) {
                strings.put(key, text);
              } else if (!(value instanceof AppendContext)) {
                throw new IllegalArgumentException(
                    "metadata of events is strings alone, and %s is not".formatted(key));
              }
            });
    strings.remove(TRACEPARENT);
    if (!id.toString().equals(event.getIdentifier())) {
      strings.put(MESSAGE_ID, event.getIdentifier());
    }
    return strings;
  }

  GenericDomainEventMessage<?> toDomain(StoredEvent event) {
    Map<String, String> metadata = new HashMap<>(event.metadata());
    String messageId = metadata.remove(MESSAGE_ID);
    String trace = event.traceparent();
    if (trace != null) {
      metadata.put(TRACEPARENT, trace);
    }
    return new GenericDomainEventMessage<>(
        kind(event.type()),
        event.streamId(),
        event.streamVersion(),
        codec.decode(event.type(), event.payload()),
        metadata,
        messageId == null ? event.id().toString() : messageId,
        event.recordedAt());
  }

  TrackedEventMessage<?> toTracked(StoredEvent event) {
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(event.position()), toDomain(event));
  }

  /** The kind of stream is the part of the logical type before the first dot. */
  private static String kind(String type) {
    int dot = type.indexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }
}
