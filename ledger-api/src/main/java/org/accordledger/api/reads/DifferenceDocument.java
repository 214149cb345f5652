package org.accordledger.api.reads;

import java.time.Instant;
import java.util.List;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.ScorecardDifference;
import org.jspecify.annotations.Nullable;

/**
 * What changed on the scorecard between two points.
 *
 * @param since the earlier point
 * @param until the later one
 * @param accords what stands above the cells of each accord, at the later point
 * @param methods adopted in between
 * @param cells only those that changed; both grades are by the method of the later point
 * @param leftOut cases of the accord asked for that this reader may not know of at the later point,
 *     of any month
 */
public record DifferenceDocument(
    Point since,
    Point until,
    Period incidents,
    List<AccordCard> accords,
    List<ScorecardDifference.MethodChange> methods,
    List<ScorecardDifference.Change> cells,
    long leftOut) {
  /**
   * A point of the log.
   *
   * @param position last position taken into account; -1 if there is none
   * @param recordedAt when that one was recorded; absent if there is none
   */
  public record Point(long position, @Nullable Instant recordedAt) {}
}
