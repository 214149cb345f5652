package org.accordledger.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as read from the log.
 *
 * @param position dense over the whole log, from 0
 * @param streamVersion dense in its stream, from 0
 * @param type logical name with revision
 * @param recordedAt whole microseconds; never decreases along the log
 * @param id UUIDv7, the one in the leaf
 * @param metadata correlation strings; not part of the log
 * @param traceparent the trace it was recorded in; null unless that was sampled. Not part of the
 *     log
 */
public record StoredEvent(
    long position,
    String streamId,
    long streamVersion,
    String type,
    Instant recordedAt,
    UUID id,
    byte[] payload,
    Map<String, String> metadata,
    @Nullable String traceparent) {}
