package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.EmbargoWindow;
import org.jspecify.annotations.Nullable;

/**
 * A page of the calendar of elections, in the order they are held; those whose day is not known
 * come last.
 *
 * @param next cursor of the page after this one; absent on the last
 */
public record ElectionCalendarDocument(List<Item> items, @Nullable String next) {
  /**
   * One election; {@code GET /elections/{election}} has its missions and reports.
   *
   * @param missing what is not known
   * @param windows in which the embargo clauses of the accord asked for forbid a verdict, and
   *     monitors look; empty if no accord was asked for
   */
  public record Item(
      ElectionId election,
      BodyId country,
      String title,
      @Nullable LocalDate heldOn,
      List<BodyId> missions,
      List<ElectionDocument.Missing> missing,
      List<Window> windows) {}

  /** The window of one version of an embargo clause. */
  public record Window(AccordId accord, ClauseCode clause, int version, EmbargoWindow window) {}
}
