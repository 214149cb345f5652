package org.accordledger.projections.series;

import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.series.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * One series, with what decides who may know of it.
 *
 * @param accord it is kept under; null if under none
 * @param position of its opening
 */
public record SeriesEntry(
    SeriesId series, BodyId keeper, @Nullable AccordId accord, Marking marking, long position) {}
