package org.accordledger.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one cell prints: the grade and the rule it follows from, every figure, and the
 * cases behind the chosen one.
 *
 * @param gradeRule key of the rule in words
 * @param coveredBy names of who monitors the clause; absent if nobody does
 * @param undated cases without a date of incident that the period leaves out
 * @param chosen key of the counter whose cases are listed
 */
record CellPage(
    Frame frame,
    ScorecardPage.Filter filter,
    String scorecardHref,
    String accordHref,
    String accordTitle,
    String party,
    String clause,
    @Nullable String clauseText,
    ScorecardPage.CellView cell,
    String gradeRule,
    String method,
    @Nullable String inForceSince,
    @Nullable String coveredBy,
    long undated,
    @Nullable String daysToRespond,
    @Nullable String daysToDecide,
    String chosen,
    List<Behind> cases,
    @Nullable String nextHref) {
  /**
   * A case behind the chosen figure.
   *
   * @param month of the incident; absent without a date
   * @param counted keys of everything else the case counts in
   */
  record Behind(
      String href,
      String title,
      boolean illustrative,
      @Nullable String month,
      List<String> counted) {}
}
