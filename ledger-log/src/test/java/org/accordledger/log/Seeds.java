package org.accordledger.log;

import java.util.Random;

/**
 * Where random tests begin: anew each run, or with {@code -Dledger.seed=...} as in a failed one.
 */
public final class Seeds {
  private Seeds() {}

  /** Randomness whose seed is printed with the name of the test. */
  public static Random random(Class<?> test) {
    long seed = Long.getLong("ledger.seed", System.nanoTime());
    System.out.println(test.getSimpleName() + ": run again with -Dledger.seed=" + seed);
    return new Random(seed);
  }
}
