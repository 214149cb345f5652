package org.accordledger.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a projection stands.
 *
 * @param position last position applied; -1 before the first
 * @param recordedAt when that position was recorded; null before the first
 */
public record Standing(long position, @Nullable Instant recordedAt) {
  static final Standing NOWHERE = new Standing(-1, null);
}
