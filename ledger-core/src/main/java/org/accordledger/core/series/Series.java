package org.accordledger.core.series;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.accordledger.core.Copies;
import org.accordledger.core.series.SeriesEvent.CountsRecorded;
import org.accordledger.core.series.SeriesEvent.SeriesAttached;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a series' stream add up to.
 *
 * @param counts the count that holds for each counted period, by its first day, in order
 * @param attached in the order it happened
 */
public record Series(
    SeriesOpened opened, SortedMap<LocalDate, Long> counts, List<SeriesAttached> attached) {

  /**
   * The state after one more event.
   *
   * @param before null before the first event of the stream
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public static Series evolve(@Nullable Series before, SeriesEvent event) {
    if (before != null) {
      return before.apply(event);
    }
    if (event instanceof SeriesOpened opened) {
      return new Series(opened, Collections.emptySortedMap(), List.of());
    }
    throw new IllegalStateException(
        "a series' stream starts with its opening, not with " + event.getClass().getSimpleName());
  }

  private Series apply(SeriesEvent event) {
    return switch (event) {
      case SeriesOpened _ -> throw new IllegalStateException(id() + " was opened");
      case CountsRecorded e -> new Series(opened, with(e.counts()), attached);
      case SeriesAttached e -> new Series(opened, counts, Copies.with(attached, e));
    };
  }

  private SortedMap<LocalDate, Long> with(List<PeriodCount> recorded) {
    SortedMap<LocalDate, Long> all = new TreeMap<>(counts);
    recorded.forEach(one -> all.put(one.from(), one.count()));
    return Collections.unmodifiableSortedMap(all);
  }

  public SeriesId id() {
    return opened.series();
  }
}
