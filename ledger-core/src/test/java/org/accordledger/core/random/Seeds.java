package org.accordledger.core.random;

/** Where seeds come from: a new one each run, or the one given to run a failure again. */
public final class Seeds {
  private Seeds() {}

  /** The seed of {@code -Dledger.seed=...}, else a new one; say {@link #again} when failing. */
  public static long next() {
    return Long.getLong("ledger.seed", System.nanoTime());
  }

  /** What to add to the build to run the same again. */
  public static String again(long seed) {
    return "seed " + seed + " (run the same again with -Dledger.seed=" + seed + ")";
  }
}
