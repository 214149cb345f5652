package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.scorecard.CaseBehind;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the scorecard and the cases behind one of its figures.
 *
 * @param method the one the cell is graded by
 * @param counter the figure whose cases are listed
 * @param cases that the figure counts, the newest first, with everything each of them counts in
 * @param next cursor of the next page of cases; absent on the last
 * @param leftOut cases of the accord asked for that this reader may not know of, of any month
 */
public record CellDocument(
    Cell cell,
    int method,
    Period incidents,
    Counter counter,
    List<CaseBehind> cases,
    @Nullable String next,
    @Nullable String prev,
    long leftOut) {}
