package org.accordledger.projections.timeline;

import java.time.Instant;
import org.accordledger.core.Filing;

/**
 * One event as people read it.
 *
 * @param position in the ledger
 * @param version within the stream
 * @param type logical name and revision, for example {@code case.allegation_submitted.v1}
 * @param payload canonical JSON
 */
public record TimelineEntry(
    long position,
    String streamId,
    long version,
    String type,
    Instant recordedAt,
    Filing filed,
    String payload) {}
