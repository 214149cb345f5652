package org.accordledger.core;

import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param position dense, from 0, over the whole ledger
 * @param recordedAt given by the ledger when stored; never decreases along the log
 * @param streamId the stream the event belongs to
 * @param streamVersion dense, from 0, within the stream
 */
public record Recorded<E extends LedgerEvent>(
    long position, Instant recordedAt, String streamId, long streamVersion, E event) {}
