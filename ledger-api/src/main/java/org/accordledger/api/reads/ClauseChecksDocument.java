package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCheck.Missing;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;

/** What the clauses that are on offer lack, before anybody signs them. */
public record ClauseChecksDocument(AccordId accord, List<Item> items) {

  /**
   * One clause of an offer that still stands.
   *
   * @param testable false if something is missing: accepted as it is, allegations under it would be
   *     recorded and never decided
   * @param missing what a reader would look for and not find
   * @param unknownActs acts that are no codes of the act library
   */
  public record Item(
      OfferId offer,
      ClauseCode clause,
      boolean testable,
      List<Missing> missing,
      List<String> unknownActs) {}
}
