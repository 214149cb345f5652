package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.UncoveredConduct;
import org.jspecify.annotations.Nullable;

/**
 * What was alleged under an accord and is governed by none of its clauses: a page, in the order
 * ruled.
 *
 * @param next cursor of the page after this one; absent on the last
 * @param prev cursor of the page before this one; absent on the first
 * @param leftOut cases of the accord that this reader may not know of, of any month and ruling
 */
public record UncoveredConductDocument(
    AccordId accord,
    Period incidents,
    List<UncoveredConduct.Item> items,
    @Nullable String next,
    @Nullable String prev,
    long leftOut) {}
