package org.accordledger.core.series;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.jspecify.annotations.Nullable;

/** What can have happened to a series. */
public sealed interface SeriesEvent extends LedgerEvent {
  /**
   * The first event of a series' stream.
   *
   * @param keeper the body that keeps it and alone records its counts
   * @param accord the one accord it is kept under; absent if under none, and then it may be
   *     attached to clauses of any
   * @param title short
   * @param indicator what is counted, in one line
   * @param unit what one is, for example {@code incidents}
   * @param source where the counts come from: a citation or an address
   * @param method how they were counted, and what was left out
   * @param concerns the country or party whose conduct or fate is counted; absent if none alone
   * @param periods how long each period is
   * @param marking of the series with all its counts
   */
  record SeriesOpened(
      SeriesId series,
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
      Filing filed)
      implements SeriesEvent {}

  /**
   * Counts of periods. One for a period that has a count takes its place; the earlier one stays
   * readable.
   *
   * @param reason why earlier counts were replaced, as content; absent if none was
   */
  record CountsRecorded(List<PeriodCount> counts, @Nullable ContentRef reason, Filing filed)
      implements SeriesEvent {}

  /**
   * The series is held beside a clause.
   *
   * @param accordVersion version of the accord's stream the clause was looked up at
   * @param divides the day that parts before from after: itself the first day after
   */
  record SeriesAttached(
      AccordId accord, long accordVersion, ClauseCode clause, LocalDate divides, Filing filed)
      implements SeriesEvent {}
}
