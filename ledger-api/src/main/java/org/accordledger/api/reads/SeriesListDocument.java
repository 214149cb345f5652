package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.series.PeriodLength;
import org.accordledger.core.series.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * A page of series, in the order they were opened. Each stands for itself: counts of different
 * sources are shown side by side and never added up.
 *
 * @param next cursor of the page after this one; absent on the last
 * @param caveat what no figure here says
 */
public record SeriesListDocument(List<Item> items, @Nullable String next, String caveat) {
  /**
   * One series; {@code GET /series/{series}} has its counts.
   *
   * @param counted how many periods have a count
   */
  public record Item(
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
      int counted,
      List<SeriesDocument.Attachment> attachments) {}
}
