package org.accordledger.core.election;

import static org.accordledger.core.election.ElectionSamples.ELECTION;
import static org.accordledger.core.election.ElectionSamples.OBSERVERS;
import static org.accordledger.core.election.ElectionSamples.SOURCE;
import static org.accordledger.core.election.ElectionSamples.after;
import static org.accordledger.core.election.ElectionSamples.mission;
import static org.accordledger.core.election.ElectionSamples.register;
import static org.accordledger.core.election.ElectionSamples.registrar;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.BoundedText;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.election.ElectionCommand.NameMission;
import org.accordledger.core.election.ElectionCommand.RecordNoMission;
import org.accordledger.core.election.ElectionCommand.RecordReport;
import org.accordledger.core.election.ElectionCommand.RegisterElection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of an election is bounded, and so is how many observe it. */
class ElectionBoundsTest {
  private static final BodyId ALBA = new BodyId("alba");

  static Stream<BoundedText> texts() {
    return Stream.of(
        text("election", "title", Texts.TITLE, t -> registered(t, SOURCE)),
        text("election", "source", Texts.LINK, t -> registered("Parliament", t)),
        text("mission", "title", Texts.TITLE, t -> named(t, SOURCE)),
        text("mission", "source", Texts.LINK, t -> named("Observers", t)),
        text("no mission", "source", Texts.LINK, ElectionBoundsTest::nobody),
        text("report", "source", Texts.LINK, ElectionBoundsTest::reported));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void what_is_said_of_an_election_says_something_fits_and_does_not_mislead(BoundedText text) {
    text.isBounded();
  }

  @Test
  void a_hundred_missions_observe_an_election_and_no_more() {
    Election election = after(register("2011-12-04"));
    for (int i = 0; i < 100; i++) {
      election =
          Election.evolve(
              election,
              ElectionDecisions.decide(election, mission(new BodyId("mission-" + i))).getFirst());
    }
    Election full = election;

    assertThatThrownBy(() -> ElectionDecisions.decide(full, mission(OBSERVERS)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("missions must have at most ");
  }

  private static BoundedText text(
      String of, String place, int most, Function<String, ElectionCommand> command) {
    return new BoundedText(
        place + " of " + of,
        place,
        most,
        text -> {
          ElectionCommand filed = command.apply(text);
          ElectionDecisions.decide(before(filed), filed);
        });
  }

  private static @Nullable Election before(ElectionCommand command) {
    return switch (command) {
      case RegisterElection _ -> null;
      case RecordReport _ -> after(register("2011-12-04"), mission(OBSERVERS));
      default -> after(register("2011-12-04"));
    };
  }

  private static ElectionCommand registered(String title, String source) {
    return new RegisterElection(ELECTION, ALBA, title, null, source, registrar());
  }

  private static ElectionCommand named(String title, String source) {
    return new NameMission(ELECTION, OBSERVERS, title, source, registrar());
  }

  private static ElectionCommand nobody(String source) {
    return new RecordNoMission(ELECTION, source, registrar());
  }

  private static ElectionCommand reported(String source) {
    return new RecordReport(
        ELECTION,
        OBSERVERS,
        ObserverReport.FINAL_REPORT,
        LocalDate.parse("2012-01-12"),
        source,
        null,
        registrar());
  }
}
