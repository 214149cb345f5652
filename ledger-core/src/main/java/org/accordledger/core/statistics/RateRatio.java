package org.accordledger.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How many times as often something was counted in one time as in another, with its 95 % interval.
 *
 * @param ratio of the first rate to the second; absent when nothing was counted in the second
 * @param low end of the interval, from 0
 * @param high end of the interval; absent when it has none, as nothing was counted in the second
 * @param method how the interval was worked out
 */
public record RateRatio(@Nullable Double ratio, double low, @Nullable Double high, Method method) {

  /** The way to an interval. */
  public enum Method {
    /**
     * Given how many were counted in both, those of the first are binomial; its exact limits give
     * those of the ratio. Source: J. Przyborowski and H. Wilenski, Homogeneity of results in
     * testing samples from Poisson series, Biometrika 31 (1940), 313-323; the limits by Clopper and
     * Pearson.
     */
    EXACT_CONDITIONAL,
    /**
     * The logarithm of the ratio of two Poisson rates is nearly normal, with the sum of the inverse
     * counts as its variance. Source: K. J. Rothman, S. Greenland and T. L. Lash, Modern
     * Epidemiology, 3rd edition (2008), chapter 14.
     */
    WALD_LOGARITHM
  }

  /** Above so many counted, the two methods agree in every digit that anybody reads. */
  private static final long EXACT_UP_TO = 100_000;

  /**
   * By the exact method; by the other one for very many.
   *
   * @param first counted in the first time, from 0
   * @param firstTime its length, above 0
   * @param second counted in the second time, from 0
   * @param secondTime its length in the same unit, above 0
   */
  public static RateRatio of(long first, double firstTime, long second, double secondTime) {
    boolean many = first > 0 && second > 0 && first + second > EXACT_UP_TO;
    return many
        ? wald(first, firstTime, second, secondTime)
        : exact(first, firstTime, second, secondTime);
  }

  /** By {@link Method#EXACT_CONDITIONAL}; parameters as in {@link #of}. */
  public static RateRatio exact(long first, double firstTime, long second, double secondTime) {
    double times = secondTime / firstTime;
    if (first == 0 && second == 0) {
      return new RateRatio(null, 0, null, Method.EXACT_CONDITIONAL);
    }
    Interval share = BinomialInterval.of(first, first + second);
    return new RateRatio(
        second == 0 ? null : first * times / second,
        odds(share.low()) * times,
        second == 0 ? null : odds(share.high()) * times,
        Method.EXACT_CONDITIONAL);
  }

  /**
   * By {@link Method#WALD_LOGARITHM}; parameters as in {@link #of}, but from 1 where something is
   * counted.
   */
  public static RateRatio wald(long first, double firstTime, long second, double secondTime) {
    double ratio = (first / firstTime) / (second / secondTime);
    double error = Math.sqrt(1.0 / first + 1.0 / second);
    double times = Math.exp(NormalDistribution.UPPER * error);
    return new RateRatio(ratio, ratio / times, ratio * times, Method.WALD_LOGARITHM);
  }

  private static double odds(double share) {
    return share / (1 - share);
  }
}
