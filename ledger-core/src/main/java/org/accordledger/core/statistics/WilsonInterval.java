package org.accordledger.core.statistics;

/**
 * The score interval of a share. Source: E. B. Wilson, Probable inference, the law of succession,
 * and statistical inference, JASA 22 (1927), 209-212.
 */
public final class WilsonInterval {
  private static final double Z = NormalDistribution.UPPER;

  private WilsonInterval() {}

  /**
   * The 95 % interval of the share of successes, 0 to 1.
   *
   * @param successes 0 to {@code trials}
   * @param trials at least one
   */
  public static Interval of(long successes, long trials) {
    double n = trials;
    double p = successes / n;
    double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    // at the ends the formula gives 0 and 1 up to rounding
    double low = successes == 0 ? 0 : middle - half;
    double high = successes == trials ? 1 : middle + half;
    return new Interval(low, high);
  }
}
