package org.accordledger.projections.scorecard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.accordledger.core.scorecard.Contribution;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Figures;

/**
 * How the tables hold counters: each has a place of its own, in a mask of bits and in an array of
 * counts.
 */
final class StoredCounters {
  /** Tables hold the places: append what is new, never move or remove one. */
  static final List<Counter> PLACES =
      List.of(
          Counter.ALLEGED,
          Counter.ILLUSTRATIVE,
          Counter.AWAITING_ADMISSION,
          Counter.INADMISSIBLE,
          Counter.INADMISSIBLE_NOT_IN_FORCE,
          Counter.INADMISSIBLE_BEFORE_ENTRY_INTO_FORCE,
          Counter.INADMISSIBLE_NOT_A_PARTY,
          Counter.INADMISSIBLE_CLAUSE_SUSPENDED,
          Counter.INADMISSIBLE_OUT_OF_SCOPE,
          Counter.INADMISSIBLE_PROTECTED_CONDUCT,
          Counter.INADMISSIBLE_RESERVATION_APPLIES,
          Counter.INADMISSIBLE_NO_STANDING,
          Counter.INADMISSIBLE_EMBARGO_NOT_OPEN,
          Counter.INADMISSIBLE_DUPLICATE,
          Counter.INADMISSIBLE_MANIFESTLY_UNFOUNDED,
          Counter.INADMISSIBLE_UNTESTABLE_CLAUSE,
          Counter.AWAITING_RESPONSE,
          Counter.AWAITING_REFERRAL,
          Counter.BEFORE_PANEL,
          Counter.DECIDED,
          Counter.SETTLED,
          Counter.WITHDRAWN,
          Counter.JOINED,
          Counter.ANSWERED,
          Counter.ANSWERED_NOT_US,
          Counter.ANSWERED_NOT_THE_STATE,
          Counter.ANSWERED_NOT_PROHIBITED,
          Counter.ANSWERED_EXCLUDED,
          Counter.ANSWERED_NO_FACTS,
          Counter.ANSWERED_DID_NOT_HAPPEN,
          Counter.ANSWERED_JUSTIFIED,
          Counter.ANSWERED_ACKNOWLEDGED,
          Counter.ANSWERED_NO_ADMISSION_WILL_COMPLY,
          Counter.ANSWERED_COUNTER_ALLEGATION,
          Counter.UNANSWERED,
          Counter.FINDING_VIOLATION,
          Counter.FINDING_NOT_ATTRIBUTABLE,
          Counter.FINDING_NO_VIOLATION,
          Counter.FINDING_NOT_DETERMINABLE,
          Counter.VIOLATION_MINOR,
          Counter.VIOLATION_SERIOUS,
          Counter.VIOLATION_GRAVE,
          Counter.UNDER_REVIEW,
          Counter.REMEDIED,
          Counter.STANDING_VIOLATION,
          Counter.STANDING_GRAVE);

  private StoredCounters() {}

  /** The counters a contribution counts in, one bit each. */
  static long mask(Contribution contribution) {
    long mask = 0;
    for (int place = 0; place < PLACES.size(); place++) {
      if (contribution.has(PLACES.get(place))) {
        mask |= 1L << place;
      }
    }
    return mask;
  }

  static long bit(Counter counter) {
    return 1L << PLACES.indexOf(counter);
  }

  /** The counters of a mask. */
  static Set<Counter> counters(long mask) {
    EnumSet<Counter> counters = EnumSet.noneOf(Counter.class);
    for (long left = mask; left != 0; left &= left - 1) {
      counters.add(PLACES.get(Long.numberOfTrailingZeros(left)));
    }
    return counters;
  }

  /** Adds one to each counter of a mask, or takes one away. */
  static void add(Figures figures, long mask, int oneOrMinusOne) {
    for (long left = mask; left != 0; left &= left - 1) {
      figures.add(PLACES.get(Long.numberOfTrailingZeros(left)), oneOrMinusOne);
    }
  }

  /** The counts as an array literal of PostgreSQL, up to the last that is not zero. */
  static String counts(Figures figures) {
    StringBuilder literal = new StringBuilder("{");
    int written = 1;
    for (Counter counter : PLACES) {
      long count = figures.count(counter);
      literal.append(literal.length() == 1 ? "" : ",").append(count);
      written = count == 0 ? written : literal.length();
    }
    literal.setLength(written);
    return literal.append('}').toString();
  }

  /** Adds stored counts; what the array is too short for is zero. */
  static void addCounts(Figures figures, Long[] counts) {
    for (int place = 0; place < counts.length; place++) {
      figures.add(PLACES.get(place), counts[place]);
    }
  }
}
