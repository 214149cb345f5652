package org.accordledger.projections.node;

import java.time.Instant;

/**
 * An event as the inbox holds it.
 *
 * @param type logical name and revision, as {@code case.allegation_submitted.v1}
 * @param payload canonical JSON
 */
record InboxEvent(
    long position,
    String streamId,
    long streamVersion,
    Instant recordedAt,
    String type,
    byte[] payload) {}
