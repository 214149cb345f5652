package org.accordledger.projections.scorecard;

import java.time.YearMonth;
import java.util.Set;
import org.accordledger.core.Marking;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.scorecard.Counter;
import org.jspecify.annotations.Nullable;

/**
 * A case that a figure counts.
 *
 * @param position of its first event
 * @param month of the incident; null without a date
 * @param counters everything it counts in at the point of the reading
 */
public record CaseBehind(
    CaseId caseId,
    long position,
    @Nullable YearMonth month,
    String title,
    Marking marking,
    boolean illustrative,
    Set<Counter> counters) {}
