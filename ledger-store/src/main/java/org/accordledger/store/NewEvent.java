package org.accordledger.store;

import java.time.Instant;
import java.util.UUID;
import org.accordledger.log.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the log: all that can be known before it has a position and a time.
 *
 * @param streamVersion the version it wants to be
 * @param traceparent the trace it is recorded in; null unless that is sampled
 */
record NewEvent(
    UUID id,
    String streamId,
    long streamVersion,
    String type,
    byte[] payload,
    byte[] salt,
    String commitment,
    byte[] metadata,
    @Nullable String traceparent) {

  Leaf leaf(String origin, Instant recordedAt) {
    return new Leaf(origin, id, type, streamId, streamVersion, recordedAt, commitment);
  }
}
