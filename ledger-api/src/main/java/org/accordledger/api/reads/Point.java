package org.accordledger.api.reads;

import java.time.Instant;
import org.accordledger.projections.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * The one position that everything an answer shows is read at, however many reads it takes.
 *
 * @param position -1 if nothing was recorded by then
 * @param recordedAt when that position was recorded; null if there is none
 * @param past true if the reader asked for an earlier point than now
 */
record Point(long position, @Nullable Instant recordedAt, boolean past) {
  /** The same for queries. */
  AsOf asOf() {
    return AsOf.position(position);
  }

  <T> Found<T> found(T document) {
    return new Found<>(document, position, recordedAt, past);
  }
}
