package org.accordledger.projections.series;

import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.jspecify.annotations.Nullable;

/**
 * Which series to list; null means any.
 *
 * @param accord it is kept under or held beside a clause of
 * @param clause it is held beside
 * @param concerns the country or party it counts
 */
public record SeriesFilter(
    @Nullable AccordId accord, @Nullable ClauseCode clause, @Nullable BodyId concerns) {}
