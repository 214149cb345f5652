package org.accordledger.projections.feed;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event as a record of Kafka: a CloudEvent 1.0 in binary mode. Its attributes are those of its
 * leaf in the log, so that who has the record can write down the leaf again and check its proof,
 * and with {@code salt} that the payload is the one it commits to; {@code sequence} is the
 * position. {@code traceparent} is there where the event was recorded in a sampled trace.
 */
final class FeedRecords {
  static final String SEQUENCE = "sequence";
  static final String STREAM_VERSION = "streamversion";
  static final String COMMITMENT = "commitment";
  static final String SALT = "salt";
  static final String WITHHELD = "withheld";

  /** The attribute of CloudEvents' extension for distributed tracing. */
  static final String TRACEPARENT = "traceparent";

  private static final Pattern WELL_FORMED =
      Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private static final String JSON = "application/json";

  private final String topic;

  FeedRecords(String topic) {
    this.topic = topic;
  }

  ProducerRecord<String, byte[]> of(FeedEvent event) {
    return KafkaMessageFactory.createWriter(topic, event.streamId()).writeBinary(cloud(event));
  }

  private static CloudEvent cloud(FeedEvent event) {
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withSource(reference(event.source()))
            .withType(event.type())
            .withSubject(event.streamId())
            .withTime(event.recordedAt().atOffset(ZoneOffset.UTC))
            .withExtension(SEQUENCE, Long.toString(event.position()))
            .withExtension(STREAM_VERSION, Long.toString(event.streamVersion()))
            .withExtension(COMMITMENT, event.commitment());
    if (event.traceparent() != null) {
      builder = builder.withExtension(TRACEPARENT, event.traceparent());
    }
    FeedEvent.Content content = event.content();
    return content == null
        ? builder.withExtension(WITHHELD, true).build()
        : builder
            .withExtension(SALT, content.salt())
            .withDataContentType(JSON)
            .withData(content.payload())
            .build();
  }

  /**
   * Reads a record back, by the headers that the binding of CloudEvents to Kafka gives it.
   *
   * @throws FeedFailure if it is not what {@link #of} makes
   */
  static FeedEvent read(ConsumerRecord<String, byte[]> record) {
    try {
      byte[] payload = record.value();
      return new FeedEvent(
          Long.parseLong(header(record, SEQUENCE)),
          header(record, "id"),
          header(record, "source"),
          header(record, "type"),
          header(record, "subject"),
          Long.parseLong(header(record, STREAM_VERSION)),
          OffsetDateTime.parse(header(record, "time")).toInstant(),
          header(record, COMMITMENT),
          payload == null ? null : new FeedEvent.Content(payload, header(record, SALT)),
          trace(record));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new FeedFailure(
          "record %d of partition %d of %s is no event of a ledger: %s"
              .formatted(
                  record.offset(), record.partition(), record.topic(), FeedFailure.reason(e)),
          e);
    }
  }

  /** What is no trace is passed over: an event is whole without one. */
  private static @Nullable String trace(ConsumerRecord<String, byte[]> record) {
    String trace = headerOrNull(record, TRACEPARENT);
    return trace != null && WELL_FORMED.matcher(trace).matches() ? trace : null;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String attribute) {
    String value = headerOrNull(record, attribute);
    if (value == null) {
      throw new IllegalArgumentException("it has no ce_" + attribute);
    }
    return value;
  }

  private static @Nullable String headerOrNull(
      ConsumerRecord<String, byte[]> record, String attribute) {
    Header header = record.headers().lastHeader("ce_" + attribute);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** An origin may hold characters that a URI reference has to escape. */
  private static URI reference(String origin) {
    try {
      return new URI(origin);
    } catch (URISyntaxException e) {
      return escaped(origin);
    }
  }

  private static URI escaped(String origin) {
    try {
      return new URI(null, null, "/" + origin, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the origin " + origin + " cannot be a source", e);
    }
  }
}
