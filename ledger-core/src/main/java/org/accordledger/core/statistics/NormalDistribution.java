package org.accordledger.core.statistics;

/** What is needed of the standard normal distribution. */
final class NormalDistribution {
  /** Its 97.5 % point: half of the width of a 95 % interval, in standard errors. */
  static final double UPPER = 1.959963984540054;

  private NormalDistribution() {}
}
