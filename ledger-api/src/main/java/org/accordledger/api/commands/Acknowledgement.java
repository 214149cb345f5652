package org.accordledger.api.commands;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a write: what the ledger now holds.
 *
 * @param stream the stream written, for example {@code case-...}
 * @param version its version after the write, which the next write names in If-Match
 * @param position of the last event written; a read that waits for it sees the write
 * @param recordedAt when the ledger recorded it
 * @param durable always true: nothing is acknowledged before it is on disk
 * @param receipt the proof that the event at {@code position} is in the published log
 *     (c2sp.org/tlog-proof), if the client wanted to wait for it and it came in time
 */
public record Acknowledgement(
    String stream,
    long version,
    long position,
    Instant recordedAt,
    boolean durable,
    @Nullable String receipt) {
  Acknowledgement with(@Nullable String published) {
    return new Acknowledgement(stream, version, position, recordedAt, durable, published);
  }
}
