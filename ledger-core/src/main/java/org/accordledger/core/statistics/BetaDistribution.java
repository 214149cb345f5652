package org.accordledger.core.statistics;

/**
 * The beta distribution, whose quantiles are the exact limits of a binomial share. Source: NIST
 * Digital Library of Mathematical Functions, the continued fraction 8.17.22 for the regularised
 * incomplete beta function and Stirling's series 5.11.1 for the logarithm of the gamma function.
 */
final class BetaDistribution {
  private static final int MOST_STEPS = 100_000;
  private static final double CLOSE = 1e-15;
  private static final double TINY = 1e-300;
  private static final double STIRLING_FROM = 15;

  private BetaDistribution() {}

  /**
   * The value that the distribution stays below with the given probability.
   *
   * @param probability between 0 and 1
   * @param a above 0
   * @param b above 0
   */
  static double quantile(double probability, double a, double b) {
    double low = 0;
    double high = 1;
    double middle = 0.5;
    // halving ends where no double lies between the two ends
    while (middle > low && middle < high) {
      if (cumulative(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return middle;
  }

  /** The probability of a value up to x: the regularised incomplete beta function. */
  static double cumulative(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    // the fraction converges fast below the mean; above it the other tail does
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** The continued fraction, by Lentz's way of working one out from the front. */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_STEPS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / awayFromZero(1 + even * d);
      c = awayFromZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / awayFromZero(1 + odd * d);
      c = awayFromZero(1 + odd / c);
      double step = d * c;
      value *= step;
      if (Math.abs(step - 1) < CLOSE) {
        return value;
      }
    }
    throw new IllegalArgumentException("no convergence for beta of %s and %s".formatted(a, b));
  }

  private static double awayFromZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** The logarithm of the gamma function of a positive number. */
  static double logGamma(double x) {
    double shifted = x;
    double product = 1;
    while (shifted < STIRLING_FROM) {
      product *= shifted;
      shifted += 1;
    }
    double inverse = 1 / shifted;
    double square = inverse * inverse;
    double series =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))));
    return (shifted - 0.5) * Math.log(shifted)
        - shifted
        + 0.5 * Math.log(2 * Math.PI)
        + series
        - Math.log(product);
  }
}
