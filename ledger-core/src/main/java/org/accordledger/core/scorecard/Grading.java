package org.accordledger.core.scorecard;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.accordledger.core.accord.ScoringMethod;

/**
 * Grades cells (domain.md, Scorecard). The methods differ in which violations count towards the
 * three within 24 months.
 */
final class Grading {
  private static final int WINDOW_MONTHS = 24;
  private static final long SERIOUS_WITHIN_WINDOW = 3;

  private final Counter counted;

  Grading(ScoringMethod method) {
    this.counted =
        switch (method) {
          case STANDING -> Counter.STANDING_VIOLATION;
          case RECORD -> Counter.FINDING_VIOLATION;
        };
  }

  /**
   * Grades one cell.
   *
   * @param inForce a version binds the party on some day of the period up to today
   * @param covered somebody monitors the clause
   * @param months the figures of the months of the period
   * @param sum of those figures
   */
  Grade grade(boolean inForce, boolean covered, List<CellMonth> months, Figures sum) {
    if (!inForce) {
      return Grade.NOT_IN_FORCE;
    }
    if (sum.count(Counter.STANDING_GRAVE) > 0 || manyWithinWindow(months)) {
      return Grade.SERIOUS_VIOLATION;
    }
    if (sum.count(Counter.STANDING_VIOLATION) > 0) {
      return Grade.VIOLATION;
    }
    if (sum.count(Counter.FINDING_VIOLATION) > 0) {
      return Grade.VIOLATION_REMEDIED;
    }
    // it happened and nobody could tell whose it was: that is not compliance either
    if (sum.count(Counter.FINDING_NOT_DETERMINABLE) > 0
        || sum.count(Counter.FINDING_NOT_ATTRIBUTABLE) > 0) {
      return Grade.NOT_DETERMINABLE;
    }
    if (sum.count(Counter.FINDING_NO_VIOLATION) > 0) {
      return Grade.NO_VIOLATION;
    }
    return covered ? Grade.NO_FINDING : Grade.NOT_MONITORED;
  }

  /** Any 24 months in a row count, by incident month; an incident without a date is in none. */
  private boolean manyWithinWindow(List<CellMonth> months) {
    TreeMap<YearMonth, Long> violations = new TreeMap<>();
    for (CellMonth row : months) {
      if (row.month() != null) {
        violations.merge(row.month(), row.figures().count(counted), Long::sum);
      }
    }
    return violations.keySet().stream()
        .anyMatch(
            first ->
                violations.subMap(first, first.plusMonths(WINDOW_MONTHS)).values().stream()
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum()
                    >= SERIOUS_WITHIN_WINDOW);
  }
}
