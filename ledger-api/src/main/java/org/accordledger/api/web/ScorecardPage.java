package org.accordledger.api.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the scorecard's page prints: a table of clauses by parties for each accord. */
record ScorecardPage(Frame frame, Filter filter, List<AccordTable> accords) {

  /**
   * The form that chooses the point of the ledger and the incidents.
   *
   * @param kept parameters that stay as they are
   */
  record Filter(
      String action,
      Map<String, String> kept,
      String asOf,
      String incidents,
      boolean showMethod,
      String method) {}

  record AccordTable(
      String id,
      String title,
      String href,
      boolean hypothetical,
      String method,
      List<String> parties,
      List<ClauseRow> rows) {}

  /** One clause; a cell for each party, in the order of the columns. */
  record ClauseRow(String code, String text, String href, List<CellView> cells) {}

  /**
   * One cell.
   *
   * @param style ending of the grade's style class
   * @param mark sign that stands before the word
   * @param word key of the grade's word
   * @param empty true where the clause does not bind the party: there is no such cell
   */
  record CellView(
      String party,
      String href,
      String style,
      String mark,
      String word,
      List<Figure> figures,
      @Nullable ShareView share,
      boolean empty) {
    static CellView none(String party) {
      return new CellView(party, "", "", "", "", List.of(), null, true);
    }
  }

  /**
   * A count and the way to the cases behind it.
   *
   * @param label key of what is counted
   * @param chosen true if the page shows these cases
   */
  record Figure(String count, String label, String href, boolean chosen) {}

  /**
   * A share of violations with its interval, in whole percent.
   *
   * @param brief key of the sentence for a cell of the table
   * @param wide key of the sentence for the cell's own page
   */
  record ShareView(
      String brief,
      String wide,
      String violations,
      String findings,
      String estimate,
      String low,
      String high) {}
}
