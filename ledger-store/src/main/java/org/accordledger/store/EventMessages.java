package org.accordledger.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.accordledger.log.LogHash;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Between Axon's messages and what is stored. */
final class EventMessages {
  /** Keeps an identifier that is no UUIDv7 and so cannot be the event's id in the log. */
  private static final String MESSAGE_ID = "message_id";

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
            MetadataBytes.encode(strings(event, id)));
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
    if (!id.toString().equals(event.getIdentifier())) {
      strings.put(MESSAGE_ID, event.getIdentifier());
    }
    return strings;
  }

  GenericDomainEventMessage<?> toDomain(StoredEvent event) {
    Map<String, String> metadata = new HashMap<>(event.metadata());
    String messageId = metadata.remove(MESSAGE_ID);
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
