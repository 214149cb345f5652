/**
 * Observation series: indicators that somebody counts, period by period, and what the counts say of
 * the time before and after a date. Depends on the root package, accords and statistics.
 */
@NullMarked
package org.accordledger.core.series;

import org.jspecify.annotations.NullMarked;
