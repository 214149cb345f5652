package org.accordledger.core.scorecard;

/**
 * The share of violations among determinable findings, never without its interval and its n.
 *
 * @param violations standing findings of violation, remedied or not
 * @param findings determinable ones: violation and no violation, at least one. Not determinable and
 *     not attributable ones are left out: neither says that the party kept its commitment
 * @param share of violations, 0 to 1
 * @param low end of the 95 % interval, 0 to 1
 * @param high end of the 95 % interval, 0 to 1
 */
public record Share(long violations, long findings, double share, double low, double high) {
  // the 97.5 % point of the standard normal distribution
  private static final double Z = 1.959963984540054;

  /**
   * With the score interval of E. B. Wilson, Probable inference, the law of succession, and
   * statistical inference, JASA 22 (1927), 209-212.
   */
  static Share of(long violations, long findings) {
    double n = findings;
    double p = violations / n;
    double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    // at the ends the formula gives 0 and 1 up to rounding
    double low = violations == 0 ? 0 : middle - half;
    double high = violations == findings ? 1 : middle + half;
    return new Share(violations, findings, p, low, high);
  }
}
