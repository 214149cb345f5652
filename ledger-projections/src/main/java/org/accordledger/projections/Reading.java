package org.accordledger.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a query answers, and the point of the ledger it is true at.
 *
 * @param position last position taken into account; -1 if none
 * @param recordedAt when that position was recorded; null if none
 */
public record Reading<T>(long position, @Nullable Instant recordedAt, T value) {}
