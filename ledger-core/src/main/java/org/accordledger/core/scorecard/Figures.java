package org.accordledger.core.scorecard;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counts and day counts of any number of cases: of one cell in one month, or summed. Mutable;
 * for one thread.
 */
public final class Figures {
  private final long[] counts = new long[Counter.values().length];
  private final DayHistogram daysToRespond = new DayHistogram();
  private final DayHistogram daysToDecide = new DayHistogram();

  public long count(Counter counter) {
    return counts[counter.index()];
  }

  /** Days from notification to the first response. */
  public DayHistogram daysToRespond() {
    return daysToRespond;
  }

  /** Days from submission to the first finding. */
  public DayHistogram daysToDecide() {
    return daysToDecide;
  }

  public void add(Counter counter, long cases) {
    counts[counter.index()] += cases;
  }

  /** Adds all of another one. */
  public void add(Figures other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    daysToRespond.add(other.daysToRespond);
    daysToDecide.add(other.daysToDecide);
  }

  /** Takes one case's contribution out and its later one in. */
  public void replace(Contribution before, Contribution after) {
    before.changesTo(after, this::add);
    replaceDays(daysToRespond, before.daysToRespond(), after.daysToRespond());
    replaceDays(daysToDecide, before.daysToDecide(), after.daysToDecide());
  }

  private static void replaceDays(DayHistogram histogram, int before, int after) {
    if (before == after) {
      return;
    }
    if (before >= 0) {
      histogram.add(before, -1);
    }
    if (after >= 0) {
      histogram.add(after, 1);
    }
  }

  /** Every counter with its count, zero or not. */
  public Map<Counter, Long> counts() {
    Map<Counter, Long> byCounter = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      byCounter.put(counter, count(counter));
    }
    return byCounter;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Figures figures
        && Arrays.equals(counts, figures.counts)
        && daysToRespond.equals(figures.daysToRespond)
        && daysToDecide.equals(figures.daysToDecide);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    Map<Counter, Long> counted = counts();
    counted.values().removeIf(count -> count == 0);
    return counted + ", days to respond " + daysToRespond + ", to decide " + daysToDecide;
  }
}
