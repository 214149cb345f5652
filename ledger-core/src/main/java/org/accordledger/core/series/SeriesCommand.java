package org.accordledger.core.series;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of a series. Parameters mean what they mean in {@link SeriesEvent}. */
public sealed interface SeriesCommand extends LedgerCommand {
  SeriesId series();

  @Override
  default String streamId() {
    return series().value();
  }

  record OpenSeries(
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
      implements SeriesCommand {
    @Override
    public boolean beginsStream() {
      return true;
    }
  }

  record RecordCounts(
      SeriesId series, List<PeriodCount> counts, @Nullable ContentRef reason, Filing filed)
      implements SeriesCommand {}

  record AttachSeries(
      SeriesId series, AccordId accord, ClauseCode clause, LocalDate divides, Filing filed)
      implements SeriesCommand {}
}
