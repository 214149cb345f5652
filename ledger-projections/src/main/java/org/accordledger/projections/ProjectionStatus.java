package org.accordledger.projections;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a projection stands.
 *
 * @param position last position applied; -1 before the first
 * @param head last position of the log; -1 if the log is empty
 * @param behind events not applied yet
 * @param age how long ago the oldest event not applied yet was recorded; zero if there is none
 * @param failure why it stands still here, in one sentence; null while it runs, or another node has
 *     it
 * @param deadLetter the event at which it stands, on whichever node; null while it is at none
 */
public record ProjectionStatus(
    String name,
    long position,
    long head,
    long behind,
    Duration age,
    @Nullable String failure,
    @Nullable DeadLetter deadLetter) {
  /** For people, in one line. */
  @Override
  public String toString() {
    StringBuilder told =
        new StringBuilder(
            "at %d of %d, %d behind, %d s old".formatted(position, head, behind, age.toSeconds()));
    if (failure != null) {
      told.append("; stands still: ").append(failure);
    }
    if (deadLetter != null) {
      told.append("; ").append(deadLetter);
    }
    return told.toString();
  }
}
