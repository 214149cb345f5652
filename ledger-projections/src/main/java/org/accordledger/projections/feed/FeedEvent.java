package org.accordledger.projections.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a topic: what its leaf in the log says, its position, and its payload.
 *
 * @param position dense over the whole log, from 0
 * @param id UUIDv7, as in the leaf
 * @param source the log's origin, as in the leaf
 * @param type logical type with revision, as in the leaf: {@code
 *     org.accordledger.case.allegation_submitted.v1}
 * @param streamId the stream, {@code subject} in the leaf; it decides the partition
 * @param streamVersion dense in its stream, from 0
 * @param recordedAt whole microseconds; never decreases along the log
 * @param commitment as in the leaf: base64url of the salted digest of the payload
 * @param content null where it is withheld from those who read the topic
 * @param traceparent the trace it was recorded in, as W3C writes it; null unless that is recorded.
 *     It is no part of the log
 */
public record FeedEvent(
    long position,
    String id,
    String source,
    String type,
    String streamId,
    long streamVersion,
    Instant recordedAt,
    String commitment,
    @Nullable Content content,
    @Nullable String traceparent) {

  /**
   * What a leaf commits to and does not show.
   *
   * @param payload canonical JSON as stored
   * @param salt base64url without padding, 43 characters; with it anybody can check the commitment
   */
  public record Content(byte[] payload, String salt) {}

  /** The same without its content, which the commitment still binds. */
  public FeedEvent withheld() {
    return new FeedEvent(
        position,
        id,
        source,
        type,
        streamId,
        streamVersion,
        recordedAt,
        commitment,
        null,
        traceparent);
  }

  /** The same without its trace, which would tie together what one caller did. */
  public FeedEvent untraced() {
    return new FeedEvent(
        position, id, source, type, streamId, streamVersion, recordedAt, commitment, content, null);
  }

  /** Names the event in a message: position, type and stream. */
  String named() {
    return "event %d (%s of stream %s)".formatted(position, type, streamId);
  }
}
