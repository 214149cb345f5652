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
 * @param failure why it stands still, in one sentence; null while it runs
 */
public record ProjectionStatus(
    String name, long position, long head, long behind, Duration age, @Nullable String failure) {}
