package org.accordledger.core.election;

import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.ObserverReport.FINAL_REPORT;
import static org.accordledger.core.election.ElectionSamples.OBSERVERS;
import static org.accordledger.core.election.ElectionSamples.after;
import static org.accordledger.core.election.ElectionSamples.date;
import static org.accordledger.core.election.ElectionSamples.mission;
import static org.accordledger.core.election.ElectionSamples.nobody;
import static org.accordledger.core.election.ElectionSamples.register;
import static org.accordledger.core.election.ElectionSamples.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.accordledger.core.CommandTable;
import org.accordledger.core.CommandTable.Cell;
import org.accordledger.core.random.SealedKinds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command to an election, whatever is known of it. */
class ElectionCommandTableTest {
  private static final CommandTable TABLE =
      CommandTable.of(
          """
          command          none             undated         dated           unobserved       observed              reported
          RegisterElection x                election_exists election_exists election_exists  election_exists       election_exists
          DateElection     unknown_election x               date_known      date_known       date_known            date_known
          NameMission      unknown_election x               x               x                mission_already_named mission_already_named
          RecordNoMission  unknown_election x               x               no_mission_known mission_observes      mission_observes
          RecordReport     unknown_election unknown_mission unknown_mission unknown_mission  x                     report_known
          """);

  @ParameterizedTest
  @MethodSource("cells")
  void every_command_is_allowed_or_refused_by_its_code(Cell cell) {
    Election state = in(cell.state());

    assertThat(CommandTable.outcome(() -> ElectionDecisions.decide(state, command(cell.command()))))
        .isEqualTo(cell.outcome());
  }

  static Stream<Cell> cells() {
    return TABLE.cells();
  }

  @Test
  void every_command_has_a_line() {
    assertThat(TABLE.commands())
        .containsExactlyInAnyOrderElementsOf(
            SealedKinds.of(ElectionCommand.class).map(Class::getSimpleName).toList());
  }

  private static @Nullable Election in(String state) {
    ElectionCommand registered = register("2011-12-04");
    return switch (state) {
      case "none" -> null;
      case "undated" -> after(register(null));
      case "dated" -> after(registered);
      case "unobserved" -> after(registered, nobody());
      case "observed" -> after(registered, mission(OBSERVERS));
      case "reported" ->
          after(registered, mission(OBSERVERS), report(OBSERVERS, FINAL_REPORT, "2012-01-12"));
      default -> throw new IllegalArgumentException(state);
    };
  }

  private static ElectionCommand command(String kind) {
    return Stream.of(
            register("2011-12-04"),
            date("2011-12-04", WORDS),
            mission(OBSERVERS),
            nobody(),
            report(OBSERVERS, FINAL_REPORT, "2012-01-12"))
        .filter(command -> command.getClass().getSimpleName().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
