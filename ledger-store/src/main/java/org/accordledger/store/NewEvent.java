package org.accordledger.store;

import java.time.Instant;
import java.util.UUID;
import org.accordledger.log.Leaf;

/**
 * An event on its way into the log: all that can be known before it has a position and a time.
 *
 * @param streamVersion the version it wants to be
 */
record NewEvent(
    UUID id,
    String streamId,
    long streamVersion,
    String type,
    byte[] payload,
    byte[] salt,
    String commitment,
    byte[] metadata) {

  Leaf leaf(String origin, Instant recordedAt) {
    return new Leaf(origin, id, type, streamId, streamVersion, recordedAt, commitment);
  }
}
