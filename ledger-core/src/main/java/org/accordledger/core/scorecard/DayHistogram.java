package org.accordledger.core.scorecard;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many cases took how many days. Kept whole, so that histograms can be added up and the median
 * of the sum is still exact. Mutable; for one thread.
 */
public final class DayHistogram {
  private final TreeMap<Integer, Long> cases = new TreeMap<>();
  private long total;

  /**
   * Adds cases, or takes them away.
   *
   * @param days a day count
   * @param count of cases; negative to take away
   */
  public void add(int days, long count) {
    cases.merge(days, count, (before, more) -> before + more == 0 ? null : before + more);
    total += count;
  }

  /** Adds all of another one. */
  public void add(DayHistogram other) {
    other.forEach(this::add);
  }

  /** Days, ascending, and the number of cases. */
  public void forEach(BiConsumer<Integer, Long> dayAndCases) {
    cases.forEach(dayAndCases);
  }

  /**
   * The middle number of days: of an even number of cases the mean of the middle two, so that half
   * days occur; null if there are no cases.
   */
  public @Nullable Double median() {
    return total == 0 ? null : (at((total - 1) / 2) + at(total / 2)) / 2.0;
  }

  private int at(long index) {
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : cases.entrySet()) {
      seen += entry.getValue();
      if (seen > index) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("more was taken away than added: " + cases);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DayHistogram histogram && cases.equals(histogram.cases);
  }

  @Override
  public int hashCode() {
    return cases.hashCode();
  }

  @Override
  public String toString() {
    return cases.toString();
  }
}
