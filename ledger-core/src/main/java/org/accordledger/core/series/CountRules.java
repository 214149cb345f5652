package org.accordledger.core.series;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.series.SeriesCommand.RecordCounts;

/** What can be recorded as counted. */
final class CountRules {
  /** Most counts in one record: a day each for more than thirteen years. */
  private static final int MOST_COUNTS = 5_000;

  /** Most counts of a series, so that its comparison stays quick to work out. */
  private static final int MOST_PERIODS = 50_000;

  private static final long LARGEST = 1_000_000_000;

  private CountRules() {}

  static void check(Series series, RecordCounts command) {
    Texts.requireAtMost("counts", command.counts(), MOST_COUNTS);
    if (command.counts().isEmpty()) {
      throw new Refused(SeriesRefusal.NO_COUNTS, "counts is empty: give at least one");
    }
    Set<LocalDate> seen = new HashSet<>(series.counts().keySet());
    boolean replaces = false;
    boolean changes = false;
    Set<LocalDate> named = new HashSet<>();
    for (int i = 0; i < command.counts().size(); i++) {
      PeriodCount one = command.counts().get(i);
      if (one.count() > LARGEST) {
        throw new InvalidValue("counts." + i + ".count", "must be at most " + LARGEST);
      }
      isAWholePeriodThatIsOver(series.opened().periods(), one, command.filed().day());
      if (!named.add(one.from())) {
        throw new Refused(
            SeriesRefusal.DUPLICATE_PERIOD,
            "counts names the period from %s twice: leave one out".formatted(one.from()));
      }
      Long before = series.counts().get(one.from());
      replaces |= before != null && before != one.count();
      changes |= before == null || before != one.count();
    }
    seen.addAll(named);
    Texts.requireAtMost("counts", seen, MOST_PERIODS);
    isNews(series, changes);
    saysWhyItReplaces(command, replaces);
  }

  private static void isAWholePeriodThatIsOver(
      PeriodLength periods, PeriodCount one, LocalDate day) {
    if (!periods.startsOn(one.from())) {
      throw new Refused(
          SeriesRefusal.PERIOD_NOT_ALIGNED,
          "no %s starts on %s: name its first day"
              .formatted(periods.name().toLowerCase(Locale.ROOT), one.from()));
    }
    if (periods.after(one.from()).isAfter(day)) {
      throw new Refused(
          SeriesRefusal.PERIOD_NOT_OVER,
          "the period from %s ends after the day before %s: record it when it is over"
              .formatted(one.from(), day));
    }
  }

  private static void isNews(Series series, boolean changes) {
    if (!changes) {
      throw new Refused(
          SeriesRefusal.COUNTS_KNOWN,
          "%s has each of these counts: record what is new or differs".formatted(series.id()));
    }
  }

  private static void saysWhyItReplaces(RecordCounts command, boolean replaces) {
    if (replaces && command.reason() == null) {
      throw new Refused(
          FilingRefusal.REASON_MISSING,
          "reason is missing: counts of %s would take the place of others, say why"
              .formatted(command.series()));
    }
  }
}
