package org.accordledger.projections.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed stands.
 *
 * @param position last position that Kafka has acknowledged with everything before it; -1 before
 *     the first
 * @param head last position of the log; -1 if the log is empty
 * @param behind events not acknowledged yet
 * @param age how long ago the oldest event not acknowledged yet was recorded; zero if there is none
 * @param feeding whether it is this node that feeds the topic; another one does otherwise
 * @param failure why it stands still, in one sentence; null while it runs
 * @param notice what an operator should know although it runs; null if nothing
 */
public record FeedStatus(
    String topic,
    long position,
    long head,
    long behind,
    Duration age,
    boolean feeding,
    @Nullable String failure,
    @Nullable String notice) {}
