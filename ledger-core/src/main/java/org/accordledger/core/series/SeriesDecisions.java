package org.accordledger.core.series;

import java.util.List;
import java.util.Objects;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.series.SeriesCommand.AttachSeries;
import org.accordledger.core.series.SeriesCommand.OpenSeries;
import org.accordledger.core.series.SeriesCommand.RecordCounts;
import org.accordledger.core.series.SeriesEvent.CountsRecorded;
import org.accordledger.core.series.SeriesEvent.SeriesAttached;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.jspecify.annotations.Nullable;

/** What follows from a command to a series: an event, or a refusal and nothing. */
public final class SeriesDecisions {
  /** Most characters of what explains a series: its indicator, source and method. */
  private static final int EXPLANATION = 2_000;

  private static final int UNIT = 60;

  private SeriesDecisions() {}

  /** The accord that the command names and is decided on; null if it names none. */
  public static @Nullable AccordId accordOf(SeriesCommand command) {
    return switch (command) {
      case OpenSeries c -> c.accord();
      case RecordCounts _ -> null;
      case AttachSeries c -> c.accord();
    };
  }

  /**
   * Decides.
   *
   * @param series null if there is none yet
   * @param terms of the accord that {@link #accordOf} names; null if it names none
   * @return at least one event, in the order they happened
   * @throws Refused with a {@link SeriesRefusal}, a {@link org.accordledger.core.FilingRefusal} or
   *     {@link AccordRefusal#UNKNOWN_CLAUSE}
   * @throws org.accordledger.core.InvalidValue for a text or number out of bounds
   */
  public static List<SeriesEvent> decide(
      @Nullable Series series, SeriesCommand command, @Nullable AccordTerms terms) {
    FilingRules.datedOnlyIfRetrospective(command.filed(), false);
    return List.of(
        switch (command) {
          case OpenSeries c -> open(series, c);
          case RecordCounts c -> record(exists(series, c), c);
          case AttachSeries c -> attach(exists(series, c), c, Objects.requireNonNull(terms));
        });
  }

  private static Series exists(@Nullable Series series, SeriesCommand command) {
    if (series == null) {
      throw new Refused(
          SeriesRefusal.UNKNOWN_SERIES,
          "there is no %s: open it first".formatted(command.series()));
    }
    return series;
  }

  private static SeriesOpened open(@Nullable Series series, OpenSeries command) {
    if (series != null) {
      throw new Refused(
          SeriesRefusal.SERIES_EXISTS,
          "%s exists: use another id, or record counts of it".formatted(series.id()));
    }
    FilingRules.actsFor(command.filed(), command.keeper());
    Texts.requireLine("title", command.title(), Texts.TITLE);
    Texts.requireLine("indicator", command.indicator(), EXPLANATION);
    Texts.requireLine("unit", command.unit(), UNIT);
    Texts.requireLine("source", command.source(), EXPLANATION);
    Texts.requireLine("method", command.method(), EXPLANATION);
    return new SeriesOpened(
        command.series(),
        command.keeper(),
        command.accord(),
        command.title(),
        command.indicator(),
        command.unit(),
        command.source(),
        command.method(),
        command.concerns(),
        command.periods(),
        command.marking(),
        command.filed());
  }

  private static CountsRecorded record(Series series, RecordCounts command) {
    FilingRules.actsFor(command.filed(), series.opened().keeper());
    CountRules.check(series, command);
    return new CountsRecorded(command.counts(), command.reason(), command.filed());
  }

  private static SeriesAttached attach(Series series, AttachSeries command, AccordTerms terms) {
    AccordId kept = series.opened().accord();
    if (kept != null && !kept.equals(command.accord())) {
      throw new Refused(
          SeriesRefusal.SERIES_OF_ANOTHER_ACCORD,
          "%s is kept under %s: open another one for %s"
              .formatted(series.id(), kept, command.accord()));
    }
    if (!terms.offered().contains(command.clause())) {
      throw new Refused(
          AccordRefusal.UNKNOWN_CLAUSE,
          "%s has no clause %s: offered were %s"
              .formatted(command.accord(), command.clause(), terms.offered()));
    }
    for (SeriesAttached before : series.attached()) {
      if (before.accord().equals(command.accord())
          && before.clause().equals(command.clause())
          && before.divides().equals(command.divides())) {
        throw new Refused(
            SeriesRefusal.SERIES_ALREADY_ATTACHED,
            "%s is attached to clause %s of %s at %s: name another day"
                .formatted(series.id(), command.clause(), command.accord(), command.divides()));
      }
    }
    return new SeriesAttached(
        command.accord(), terms.version(), command.clause(), command.divides(), command.filed());
  }
}
