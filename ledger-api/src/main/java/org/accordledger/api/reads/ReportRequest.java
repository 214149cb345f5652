package org.accordledger.api.reads;

import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What every report on the cases of an accord is asked for with.
 *
 * @param incidents months whose incidents count
 * @param from where the page of its list begins
 * @param limit most items on that page
 */
record ReportRequest(AsOf asOf, Period incidents, Cursor from, int limit) {

  /**
   * Reads it from an address.
   *
   * @throws org.accordledger.api.problem.ProblemException that names the parameter that is wrong
   */
  static ReportRequest of(
      @Nullable String asOf,
      @Nullable String incidents,
      @Nullable String cursor,
      @Nullable String limit) {
    return new ReportRequest(
        Parameters.asOf(asOf),
        Parameters.incidents(incidents),
        Parameters.refusing(() -> Cursor.parse(Parameters.text(cursor))),
        Parameters.limit(limit));
  }
}
