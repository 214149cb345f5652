package org.accordledger.core.series;

import static org.accordledger.core.series.SeriesSamples.after;
import static org.accordledger.core.series.SeriesSamples.attach;
import static org.accordledger.core.series.SeriesSamples.count;
import static org.accordledger.core.series.SeriesSamples.open;
import static org.accordledger.core.series.SeriesSamples.record;
import static org.accordledger.core.series.SeriesSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.accordledger.core.CommandTable;
import org.accordledger.core.CommandTable.Cell;
import org.accordledger.core.random.SealedKinds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command to a series, whatever it holds. */
class SeriesCommandTableTest {
  private static final CommandTable TABLE =
      CommandTable.of(
          """
          command      none           open          counted       attached
          OpenSeries   x              series_exists series_exists series_exists
          RecordCounts unknown_series x             counts_known  x
          AttachSeries unknown_series x             x             series_already_attached
          """);

  @ParameterizedTest
  @MethodSource("cells")
  void every_command_is_allowed_or_refused_by_its_code(Cell cell) {
    Series state = in(cell.state());

    assertThat(
            CommandTable.outcome(
                () -> SeriesDecisions.decide(state, command(cell.command()), terms())))
        .isEqualTo(cell.outcome());
  }

  static Stream<Cell> cells() {
    return TABLE.cells();
  }

  @Test
  void every_command_has_a_line() {
    assertThat(TABLE.commands())
        .containsExactlyInAnyOrderElementsOf(
            SealedKinds.of(SeriesCommand.class).map(Class::getSimpleName).toList());
  }

  private static @Nullable Series in(String state) {
    return switch (state) {
      case "none" -> null;
      case "open" -> after(open());
      case "counted" -> after(open(), record(count("2020-01-01", 3)));
      case "attached" -> after(open(), attach("2015-09-25"));
      default -> throw new IllegalArgumentException(state);
    };
  }

  private static SeriesCommand command(String kind) {
    return Stream.of(open(), record(count("2020-01-01", 3)), attach("2015-09-25"))
        .filter(command -> command.getClass().getSimpleName().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
