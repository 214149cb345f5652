package org.accordledger.api.reads;

import org.jspecify.annotations.Nullable;

/**
 * A document and the point of the ledger it shows.
 *
 * @param position last position taken into account; -1 if none
 * @param recordedAt when that was recorded; absent if there is none
 * @param past true if the reader asked for an earlier point than now
 */
public record Found<T>(
    T document, long position, java.time.@Nullable Instant recordedAt, boolean past) {
  /** Another document of the same point. */
  <D> Found<D> with(D other) {
    return new Found<>(other, position, recordedAt, past);
  }
}
