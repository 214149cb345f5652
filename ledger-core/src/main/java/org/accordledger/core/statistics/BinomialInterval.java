package org.accordledger.core.statistics;

/**
 * The exact interval of a binomial share. Source: C. J. Clopper and E. S. Pearson, The use of
 * confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26 (1934),
 * 404-413; the limits are quantiles of beta distributions.
 */
public final class BinomialInterval {
  private static final double TAIL = 0.025;

  private BinomialInterval() {}

  /**
   * The 95 % interval of the share of successes, 0 to 1; it covers the share with at least that
   * probability.
   *
   * @param successes 0 to {@code trials}
   * @param trials at least one
   */
  public static Interval of(long successes, long trials) {
    long failures = trials - successes;
    double low =
        successes == 0 ? 0 : BetaDistribution.quantile(TAIL, (double) successes, failures + 1.0);
    double high =
        failures == 0 ? 1 : BetaDistribution.quantile(1 - TAIL, successes + 1.0, (double) failures);
    return new Interval(low, high);
  }
}
