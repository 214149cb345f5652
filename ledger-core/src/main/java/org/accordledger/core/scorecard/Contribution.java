package org.accordledger.core.scorecard;

import java.util.function.ObjIntConsumer;

/**
 * What one case adds to the figures of its cell and month, at one moment. What an event changes is
 * the difference between two of these.
 *
 * @param counters one bit per {@link Counter}; the bits' order is this program's own and is never
 *     stored
 * @param daysToRespond from notification to the first response, in days; -1 if there is none
 * @param daysToDecide from submission to the first finding, in days; -1 if there is none
 */
public record Contribution(long counters, int daysToRespond, int daysToDecide) {
  /** No case, no contribution. */
  public static final Contribution NONE = new Contribution(0, -1, -1);

  /** True if the case counts in this counter. */
  public boolean has(Counter counter) {
    return (counters & counter.bit()) != 0;
  }

  /**
   * Tells every counter that changes on the way to a later contribution of the same case.
   *
   * @param change takes the counter and +1 or -1
   */
  public void changesTo(Contribution after, ObjIntConsumer<Counter> change) {
    long changed = counters ^ after.counters;
    while (changed != 0) {
      Counter counter = COUNTERS[Long.numberOfTrailingZeros(changed)];
      change.accept(counter, after.has(counter) ? 1 : -1);
      changed &= changed - 1;
    }
  }

  private static final Counter[] COUNTERS = Counter.values();
}
