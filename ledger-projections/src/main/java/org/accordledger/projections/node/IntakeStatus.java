package org.accordledger.projections.node;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the intake stands.
 *
 * @param watermark every event up to this position is in; -1 before the first
 * @param newest the highest position that is in; where it is above the watermark, events between
 *     are still to come from other partitions
 * @param untaken records of the partitions of this node that it has not taken yet
 * @param partitions how many partitions this node has
 * @param age how long ago the last event that is in without a gap was recorded; zero if, as far as
 *     this node knows, nothing is to come
 * @param failure why it stands still, in one sentence; null while it runs
 */
public record IntakeStatus(
    long watermark,
    long newest,
    long untaken,
    int partitions,
    Duration age,
    @Nullable String failure) {}
