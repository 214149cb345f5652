package org.accordledger.projections.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the inbox holds it.
 *
 * @param type logical name and revision, as {@code case.allegation_submitted.v1}
 * @param payload canonical JSON
 * @param traceparent the trace it was recorded in; null unless that is recorded
 */
record InboxEvent(
    long position,
    String streamId,
    long streamVersion,
    Instant recordedAt,
    String type,
    byte[] payload,
    @Nullable String traceparent) {}
