package org.accordledger.core.series;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.Marking;
import org.accordledger.core.Role;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordDecisions;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.series.SeriesCommand.AttachSeries;
import org.accordledger.core.series.SeriesCommand.OpenSeries;
import org.accordledger.core.series.SeriesCommand.RecordCounts;
import org.jspecify.annotations.Nullable;

/** A series of monthly counts that a monitor keeps, piece by piece. */
final class SeriesSamples {
  static final SeriesId SERIES = new SeriesId("series-sample");
  static final BodyId ALBA = new BodyId("alba");

  private SeriesSamples() {}

  static Filing monitor() {
    return by(actor("monitor", Role.MONITOR, WATCH), "2020-03-15");
  }

  static OpenSeries open() {
    return open(ACCORD, PeriodLength.MONTH);
  }

  static OpenSeries open(@Nullable AccordId accord, PeriodLength periods) {
    return open(accord, periods, "Incidents", "incidents");
  }

  static OpenSeries open(
      @Nullable AccordId accord, PeriodLength periods, String title, String unit) {
    return new OpenSeries(
        SERIES,
        WATCH,
        accord,
        title,
        "incidents that began in the period",
        unit,
        "https://example.org/incidents",
        "counted by first day; undated ones are left out",
        ALBA,
        periods,
        Marking.CLEAR,
        monitor());
  }

  static PeriodCount count(String from, long count) {
    return new PeriodCount(LocalDate.parse(from), count);
  }

  static RecordCounts record(PeriodCount... counts) {
    return record(null, counts);
  }

  static RecordCounts record(@Nullable ContentRef reason, PeriodCount... counts) {
    return new RecordCounts(SERIES, List.of(counts), reason, monitor());
  }

  static AttachSeries attach(String divides) {
    return new AttachSeries(SERIES, ACCORD, QUIET, LocalDate.parse(divides), monitor());
  }

  /** What these commands add up to; each must succeed. */
  static Series after(SeriesCommand... commands) {
    @Nullable Series series = null;
    for (SeriesCommand command : commands) {
      for (SeriesEvent event : SeriesDecisions.decide(series, command, terms())) {
        series = Series.evolve(series, event);
      }
    }
    return Objects.requireNonNull(series);
  }

  /** Of the sample accord with its clause offered. */
  static AccordTerms terms() {
    @Nullable Accord accord = null;
    for (AccordCommand command : List.of(draft(), offer(FIRST, true, clause()))) {
      for (AccordEvent event : AccordDecisions.decide(accord, command)) {
        accord = Accord.evolve(accord, event);
      }
    }
    return Objects.requireNonNull(accord).terms();
  }
}
