package org.accordledger.api.reads;

import org.accordledger.core.cases.Stage;
import org.accordledger.projections.Page;
import org.accordledger.projections.docket.DocketEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list asks for, as its address says it. A figure of the scorecard ({@code counter})
 * belongs to one cell, so it needs accord, respondent and clause.
 *
 * @param stage at the point that {@code as_of} names
 */
public record CaseListRequest(
    @Nullable String accord,
    @Nullable String respondent,
    @Nullable String clause,
    @Nullable String stage,
    @Nullable String counter,
    @Nullable String incidents,
    @Nullable String asOf,
    @Nullable String cursor,
    @Nullable String limit) {

  /**
   * Reads the list.
   *
   * @throws org.accordledger.api.problem.ProblemException that names the parameter that is wrong
   */
  public Found<Page<DocketEntry>> from(CaseReads cases) {
    if (Parameters.text(counter) == null) {
      return cases.list(
          Parameters.docket(accord, respondent, clause, stage, incidents),
          Parameters.asOf(asOf),
          Parameters.text(cursor),
          Parameters.limit(limit));
    }
    String ofAccord = Parameters.text(accord);
    String ofRespondent = Parameters.text(respondent);
    String ofClause = Parameters.text(clause);
    if (ofAccord == null || ofRespondent == null || ofClause == null) {
      throw Parameters.wrong(
          "counter", "counts in one cell: it needs accord, respondent and clause beside it");
    }
    if (Parameters.code("stage", stage, Stage.class) != null) {
      throw Parameters.wrong("stage", "does not go together with counter");
    }
    return cases.counted(
        CellRequest.of(
            ofAccord, ofRespondent, ofClause, counter, asOf, incidents, null, cursor, limit));
  }
}
