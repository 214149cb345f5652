package org.accordledger.api.commands;

import java.time.Instant;

/**
 * The answer to a write: what the ledger now holds.
 *
 * @param stream the stream written, for example {@code case-...}
 * @param version its version after the write, which the next write names in If-Match
 * @param position of the last event written; a read that waits for it sees the write
 * @param recordedAt when the ledger recorded it
 * @param durable always true: nothing is acknowledged before it is on disk
 */
public record Acknowledgement(
    String stream, long version, long position, Instant recordedAt, boolean durable) {}
