package org.accordledger.core.scorecard;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one cell for the incidents of one month.
 *
 * @param month null for incidents without a date
 */
public record CellMonth(CellKey cell, @Nullable YearMonth month, Figures figures) {}
