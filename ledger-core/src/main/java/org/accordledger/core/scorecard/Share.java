package org.accordledger.core.scorecard;

import org.accordledger.core.statistics.Interval;
import org.accordledger.core.statistics.WilsonInterval;

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
  /** With the score interval of {@link WilsonInterval}. */
  static Share of(long violations, long findings) {
    Interval interval = WilsonInterval.of(violations, findings);
    return new Share(
        violations, findings, violations / (double) findings, interval.low(), interval.high());
  }
}
