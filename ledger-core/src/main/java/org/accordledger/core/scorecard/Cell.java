package org.accordledger.core.scorecard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * How one party stands under one clause.
 *
 * @param inForceSince first day of the first version that binds the party in the period; null if
 *     none does
 * @param coveredBy who monitors the clause
 * @param counts every counter, zero or not; each opens to its cases by cell and counter
 * @param share null if there is no determinable finding
 * @param medianDaysToRespond of the cases of {@link Counter#ANSWERED}; null if there are none
 * @param medianDaysToDecide of the cases of {@link Counter#DECIDED}; null if there are none
 * @param undatedLeftOut cases without a date of incident, which a bounded period leaves out; 0 in
 *     an unbounded one
 */
public record Cell(
    CellKey key,
    Grade grade,
    @Nullable LocalDate inForceSince,
    List<BodyId> coveredBy,
    Map<Counter, Long> counts,
    @Nullable Share share,
    @Nullable Double medianDaysToRespond,
    @Nullable Double medianDaysToDecide,
    long undatedLeftOut) {
  public long count(Counter counter) {
    return counts.getOrDefault(counter, 0L);
  }
}
