package org.accordledger.store;

import java.time.Instant;

/**
 * Where an append came to stand; it is durable.
 *
 * @param streamId the stream of its first event
 * @param streamVersion that stream's version after the append, from 0
 * @param firstPosition position of its first event in the log, from 0
 * @param lastPosition position of its last event
 * @param recordedAt whole microseconds; never before that of an earlier position
 */
public record Appended(
    String streamId,
    long streamVersion,
    long firstPosition,
    long lastPosition,
    Instant recordedAt) {}
