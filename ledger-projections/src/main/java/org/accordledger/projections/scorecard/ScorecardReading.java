package org.accordledger.projections.scorecard;

import org.accordledger.core.scorecard.Scorecard;

/**
 * A scorecard as its reader may see it.
 *
 * @param scorecard with the position it is true at
 * @param leftOut cases of the accord asked for, of any cell and month, that the reader's clearance
 *     hides
 */
public record ScorecardReading(Scorecard scorecard, long leftOut) {}
