package org.accordledger.api.web;

import org.accordledger.projections.docket.DocketEntry;

/** One case in a list. */
record CaseRow(
    String href,
    String title,
    boolean illustrative,
    boolean hypothetical,
    String respondent,
    String clause,
    String clauseHref,
    String occurred,
    String stage) {

  /**
   * A row of the docket.
   *
   * @param asked carries the point of the ledger that every link keeps
   * @param respondent name of the respondent
   */
  static CaseRow of(DocketEntry entry, Address asked, String respondent) {
    DocketEntry.Opening opening = entry.opening();
    return new CaseRow(
        asked.to("cases", entry.caseId()).only("as_of").toString(),
        opening.title(),
        opening.illustrative(),
        entry.hypothetical(),
        respondent,
        opening.clause().value(),
        asked
            .to("accords", opening.accord())
            .only("as_of")
            .at("clause-" + opening.clause())
            .toString(),
        CasePages.occurred(opening.occurred()),
        Words.key("stage", entry.course().stage()));
  }
}
