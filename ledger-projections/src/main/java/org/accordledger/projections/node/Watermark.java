package org.accordledger.projections.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to where everything is in.
 *
 * @param position every event up to it is in the inbox, and the next one is not; -1 before the
 *     first
 * @param recordedAt when it was recorded; null before the first
 */
record Watermark(long position, @Nullable Instant recordedAt) {}
