package org.accordledger.core.series;

import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.series.SeriesSamples.ALBA;
import static org.accordledger.core.series.SeriesSamples.count;
import static org.accordledger.core.series.SeriesSamples.monitor;
import static org.accordledger.core.series.SeriesSamples.open;
import static org.accordledger.core.series.SeriesSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.BoundedText;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.Refused;
import org.accordledger.core.Texts;
import org.accordledger.core.series.SeriesCommand.OpenSeries;
import org.accordledger.core.series.SeriesEvent.CountsRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a series says of itself is bounded, and so is how much it counts. */
class SeriesBoundsTest {
  static Stream<BoundedText> texts() {
    return Stream.of(
        text("title", Texts.TITLE),
        text("indicator", 2_000),
        text("unit", 60),
        text("source", 2_000),
        text("method", 2_000));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void what_explains_a_series_says_something_fits_and_does_not_mislead(BoundedText text) {
    text.isBounded();
  }

  @Test
  void a_series_is_opened_by_the_body_that_keeps_it() {
    OpenSeries forAnother = opened("", "", ALBA);

    assertThatThrownBy(() -> SeriesDecisions.decide(null, forAnother, null))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.code()).isEqualTo(FilingRefusal.ACTS_FOR_ANOTHER));
  }

  @Test
  void a_count_goes_up_to_a_thousand_million() {
    Series series = Series.evolve(null, SeriesDecisions.decide(null, open(), null).getFirst());

    assertThat(SeriesDecisions.decide(series, record(count("2020-01-01", 1_000_000_000)), null))
        .hasSize(1);
    assertThatThrownBy(
            () -> SeriesDecisions.decide(series, record(count("2020-01-01", 1_000_000_001)), null))
        .hasMessage("counts.0.count must be at most 1000000000");
  }

  @Test
  void a_series_counts_fifty_thousand_periods_and_corrects_each_of_them() {
    LocalDate first = LocalDate.parse("1880-01-01");
    List<PeriodCount> counts =
        IntStream.range(0, 50_000).mapToObj(i -> new PeriodCount(first.plusDays(i), 1)).toList();
    Series full =
        Series.evolve(
            Series.evolve(
                null, SeriesDecisions.decide(null, open(null, PeriodLength.DAY), null).getFirst()),
            new CountsRecorded(counts, null, monitor()));

    assertThat(SeriesDecisions.decide(full, record(WORDS, count("1880-01-01", 2)), null))
        .hasSize(1);
    assertThatThrownBy(() -> SeriesDecisions.decide(full, record(count("2019-01-01", 1)), null))
        .hasMessage("counts must have at most 50000 entries");
  }

  private static BoundedText text(String place, int most) {
    return new BoundedText(
        place, place, most, text -> SeriesDecisions.decide(null, opened(place, text, WATCH), null));
  }

  private static OpenSeries opened(String place, String text, BodyId keeper) {
    OpenSeries o = open();
    return new OpenSeries(
        o.series(),
        keeper,
        o.accord(),
        place.equals("title") ? text : o.title(),
        place.equals("indicator") ? text : o.indicator(),
        place.equals("unit") ? text : o.unit(),
        place.equals("source") ? text : o.source(),
        place.equals("method") ? text : o.method(),
        o.concerns(),
        o.periods(),
        o.marking(),
        o.filed());
  }
}
