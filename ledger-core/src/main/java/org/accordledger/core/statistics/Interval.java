package org.accordledger.core.statistics;

/**
 * The 95 % interval of an estimate, ends included.
 *
 * @param low in the unit of the estimate
 * @param high in the unit of the estimate, not below {@code low}
 */
public record Interval(double low, double high) {}
