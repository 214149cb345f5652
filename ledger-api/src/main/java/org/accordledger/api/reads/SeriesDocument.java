package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.series.Comparison;
import org.accordledger.core.series.PeriodLength;
import org.accordledger.core.series.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * A series as it stood at a position.
 *
 * @param version of the series' stream: what a write names in If-Match
 * @param position of the last event it shows
 * @param keeper the body that keeps it
 * @param accord it is kept under; absent if under none
 * @param counts by period; a period that nobody counted is not there
 * @param attachments the clauses it is held beside, with what it says of before and after
 * @param caveat what no figure here says
 */
public record SeriesDocument(
    SeriesId series,
    long version,
    long position,
    Instant recordedAt,
    BodyId keeper,
    @Nullable AccordId accord,
    String title,
    String indicator,
    String unit,
    String source,
    String method,
    @Nullable BodyId concerns,
    PeriodLength periods,
    Marking marking,
    List<Count> counts,
    List<Attachment> attachments,
    String caveat) {

  /**
   * The count of one period.
   *
   * @param until last day of the period
   * @param position of the event that recorded it
   * @param superseded counts of the same period recorded before, oldest first
   */
  public record Count(
      LocalDate from,
      LocalDate until,
      long count,
      long position,
      LocalDate filedOn,
      List<Superseded> superseded) {}

  /**
   * A count that another took the place of.
   *
   * @param reason why it was replaced
   */
  public record Superseded(
      long count, long position, LocalDate filedOn, @Nullable TextDocument reason) {}

  /** A clause, and what the counts say of the time before and after a day. */
  public record Attachment(
      AccordId accord, ClauseCode clause, long position, Comparison comparison) {}
}
