package org.accordledger.core.series;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.series.SeriesSamples.ALBA;
import static org.accordledger.core.series.SeriesSamples.SERIES;
import static org.accordledger.core.series.SeriesSamples.attach;
import static org.accordledger.core.series.SeriesSamples.count;
import static org.accordledger.core.series.SeriesSamples.monitor;
import static org.accordledger.core.series.SeriesSamples.open;
import static org.accordledger.core.series.SeriesSamples.record;
import static org.accordledger.core.series.SeriesSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.series.SeriesCommand.AttachSeries;
import org.accordledger.core.series.SeriesCommand.RecordCounts;
import org.accordledger.core.series.SeriesEvent.CountsRecorded;
import org.accordledger.core.series.SeriesEvent.SeriesAttached;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
  /** A command that is refused, after others. */
  record Refusal(String name, List<SeriesCommand> given, SeriesCommand command, RefusalCode code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Refusal> refusals() {
    SeriesCommand january = record(count("2020-01-01", 3));
    return List.of(
        new Refusal("counts of none", List.of(), january, SeriesRefusal.UNKNOWN_SERIES),
        new Refusal("none attached", List.of(), attach("2015-09-25"), SeriesRefusal.UNKNOWN_SERIES),
        new Refusal("opened twice", List.of(open()), open(), SeriesRefusal.SERIES_EXISTS),
        new Refusal("no counts", List.of(open()), record(), SeriesRefusal.NO_COUNTS),
        new Refusal(
            "a period twice",
            List.of(open()),
            record(count("2020-01-01", 3), count("2020-01-01", 4)),
            SeriesRefusal.DUPLICATE_PERIOD),
        new Refusal(
            "the middle of a month",
            List.of(open()),
            record(count("2020-01-02", 3)),
            SeriesRefusal.PERIOD_NOT_ALIGNED),
        new Refusal(
            "the month that goes on",
            List.of(open()),
            record(count("2020-03-01", 3)),
            SeriesRefusal.PERIOD_NOT_OVER),
        new Refusal(
            "a month to come",
            List.of(open()),
            record(count("2031-01-01", 0)),
            SeriesRefusal.PERIOD_NOT_OVER),
        new Refusal("said before", List.of(open(), january), january, SeriesRefusal.COUNTS_KNOWN),
        new Refusal(
            "another count without a reason",
            List.of(open(), january),
            record(count("2020-01-01", 4), count("2020-02-01", 1)),
            FilingRefusal.REASON_MISSING),
        new Refusal(
            "attached twice",
            List.of(open(), attach("2015-09-25")),
            attach("2015-09-25"),
            SeriesRefusal.SERIES_ALREADY_ATTACHED),
        new Refusal(
            "attached to another accord than its own",
            List.of(open(new AccordId("accord-other"), PeriodLength.MONTH)),
            attach("2015-09-25"),
            SeriesRefusal.SERIES_OF_ANOTHER_ACCORD),
        new Refusal(
            "attached to a clause nobody offered",
            List.of(open()),
            new AttachSeries(SERIES, ACCORD, HOTLINE, LocalDate.parse("2015-09-25"), monitor()),
            AccordRefusal.UNKNOWN_CLAUSE),
        new Refusal(
            "counts by another body",
            List.of(open()),
            new RecordCounts(
                SERIES,
                List.of(count("2020-01-01", 3)),
                null,
                by(actor("other", Role.MONITOR, ALBA), "2020-03-15")),
            FilingRefusal.ACTS_FOR_ANOTHER),
        new Refusal(
            "a date of its own",
            List.of(open()),
            new RecordCounts(
                SERIES,
                List.of(count("2020-01-01", 3)),
                null,
                new Filing(monitor().by(), monitor().at(), LocalDate.parse("2020-02-02"))),
            FilingRefusal.DATED_NOT_ALLOWED));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_breaks_a_rule_is_refused_by_its_code(Refusal refusal) {
    Series before = refusal.given().isEmpty() ? null : after(refusal.given());

    assertThatThrownBy(() -> SeriesDecisions.decide(before, refusal.command(), terms()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(refusal.code()))
        .message()
        .hasSizeGreaterThan(refusal.code().code().length() + 10);
  }

  /** By one of the lines above, which {@link #what_breaks_a_rule_is_refused_by_its_code} plays. */
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(SeriesRefusal code) {
    assertThat(refusals()).extracting(Refusal::code).contains(code);
  }

  @Test
  void a_series_is_opened_counted_and_attached() {
    Series series = after(List.of(open(), record(count("2020-01-01", 3)), attach("2015-09-25")));

    assertThat(series.id()).isEqualTo(SERIES);
    assertThat(series.counts()).containsOnlyKeys(LocalDate.parse("2020-01-01")).containsValue(3L);
    assertThat(series.attached())
        .extracting(SeriesAttached::divides)
        .containsExactly(LocalDate.parse("2015-09-25"));
    assertThat(series.attached().getFirst().accordVersion()).isEqualTo(terms().version());
  }

  @Test
  void a_correction_takes_the_place_of_a_count_and_says_why() {
    Series series =
        after(
            List.of(
                open(),
                record(count("2020-01-01", 3), count("2020-02-01", 1)),
                record(WORDS, count("2020-01-01", 5))));

    assertThat(series.counts().values()).containsExactly(5L, 1L);
  }

  @Test
  void counts_are_held_in_the_order_of_time_whatever_order_they_came_in() {
    Series series =
        after(List.of(open(), record(count("2020-02-01", 1)), record(count("2019-12-01", 0))));

    assertThat(series.counts().keySet())
        .containsExactly(LocalDate.parse("2019-12-01"), LocalDate.parse("2020-02-01"));
  }

  @Test
  void a_second_day_makes_a_second_attachment() {
    assertThat(
            after(List.of(open(null, PeriodLength.DAY), attach("2015-09-25"), attach("2016-01-01")))
                .attached())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2020-03-14, 2020-03-15",
    "MONTH, 2020-02-01, 2020-03-01",
    "QUARTER, 2019-10-01, 2020-01-01",
    "YEAR, 2019-01-01, 2020-01-01"
  })
  void the_last_period_that_is_over_can_be_counted_and_the_next_not(
      PeriodLength periods, String over, String next) {
    Series series = after(List.of(open(null, periods)));

    assertThat(SeriesDecisions.decide(series, record(count(over, 1)), null))
        .containsExactly(new CountsRecorded(List.of(count(over, 1)), null, monitor()));
    assertThatThrownBy(() -> SeriesDecisions.decide(series, record(count(next, 1)), null))
        .hasMessageStartingWith("period_not_over");
  }

  @ParameterizedTest
  @EnumSource(PeriodLength.class)
  void periods_follow_each_other_without_gap(PeriodLength periods) {
    LocalDate day = LocalDate.parse("2015-01-01");
    while (day.getYear() < 2021) {
      assertThat(periods.startsOn(day)).isTrue();
      day = periods.after(day);
    }
    assertThat(day).isEqualTo("2021-01-01");
    assertThat(PeriodLength.QUARTER.startsOn(LocalDate.parse("2020-02-01"))).isFalse();
    assertThat(PeriodLength.YEAR.startsOn(LocalDate.parse("2020-04-01"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "two\nlines", "turned \u202e round", "nul \u0000"})
  void a_title_that_cannot_be_read_is_refused_by_its_place(String title) {
    assertThatThrownBy(
            () ->
                SeriesDecisions.decide(
                    null, open(null, PeriodLength.DAY, title, "incidents"), null))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("title ");
  }

  @Test
  void letters_of_every_script_are_welcome_and_endless_texts_are_not() {
    assertThat(
            SeriesDecisions.decide(null, open(null, PeriodLength.DAY, "حوادث مسجلة", "حادث"), null))
        .first()
        .isInstanceOf(SeriesOpened.class);
    assertThatThrownBy(
            () ->
                SeriesDecisions.decide(
                    null, open(null, PeriodLength.DAY, "x".repeat(100_000), "incidents"), null))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("title must have at most 300 characters");
    assertThatThrownBy(
            () ->
                SeriesDecisions.decide(
                    null, open(null, PeriodLength.DAY, "Incidents", "u".repeat(61)), null))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("unit ");
  }

  @Test
  void a_flood_of_counts_is_refused_by_its_place() {
    PeriodCount[] flood = new PeriodCount[5_001];
    LocalDate day = LocalDate.parse("2000-01-01");
    for (int i = 0; i < flood.length; i++) {
      flood[i] = new PeriodCount(day.plusDays(i), 1);
    }
    Series series = after(List.of(open(null, PeriodLength.DAY)));

    assertThatThrownBy(() -> SeriesDecisions.decide(series, record(flood), null))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("counts must have at most 5000 entries");
  }

  @Test
  void counts_below_nothing_and_beyond_measure_are_refused() {
    Series series = after(List.of(open()));

    assertThatThrownBy(() -> count("2020-01-01", -1)).hasMessage("count must be 0 or more");
    assertThatThrownBy(
            () -> SeriesDecisions.decide(series, record(count("2020-01-01", 1L << 50)), null))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("counts.0.count ");
  }

  @Test
  void a_stream_that_does_not_start_with_an_opening_is_no_series() {
    CountsRecorded counts = new CountsRecorded(List.of(), null, monitor());
    assertThatThrownBy(() -> Series.evolve(null, counts)).isInstanceOf(IllegalStateException.class);
    Series series = after(List.of(open()));
    assertThatThrownBy(() -> Series.evolve(series, series.opened()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Series after(List<SeriesCommand> commands) {
    return SeriesSamples.after(commands.toArray(new SeriesCommand[0]));
  }
}
