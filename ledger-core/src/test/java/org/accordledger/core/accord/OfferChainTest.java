package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.accord.AccordSamples.withdraw;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.NegotiationSamples.THIRD_OFFER;
import static org.accordledger.core.accord.NegotiationSamples.counter;
import static org.accordledger.core.accord.NegotiationSamples.lapse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.LapseOffer;
import org.accordledger.core.accord.NegotiationEvent.Counteroffered;
import org.accordledger.core.accord.NegotiationEvent.LapseGround;
import org.accordledger.core.accord.NegotiationEvent.OfferLapsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferChainTest {
  @Test
  void a_counteroffer_is_an_offer_that_names_the_one_it_answers() {
    AccordScenario countered =
        offered().when(counter(SECOND, FIRST, SOUTH, effective(clause(), "2020-01-01")));

    assertThat(countered.decided())
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(TextOffered.class),
            second ->
                assertThat(second)
                    .isEqualTo(
                        new Counteroffered(SECOND, FIRST, counter(SECOND, FIRST, SOUTH).filed())));
    assertThat(countered.accord().negotiation().inAnswerTo()).containsEntry(SECOND, FIRST);
  }

  @Test
  void the_answered_offer_still_stands_and_may_be_accepted() {
    AccordScenario accepted =
        offered()
            .when(counter(SECOND, FIRST, SOUTH, clause()))
            .when(accept(FIRST, NORTH, QUIET))
            .when(accept(FIRST, SOUTH, QUIET));

    assertThat(accepted.decided()).anyMatch(ClauseEnteredIntoForce.class::isInstance);
  }

  @Test
  void a_counteroffer_is_countered_in_its_turn() {
    AccordScenario chain =
        offered()
            .when(counter(SECOND, FIRST, SOUTH, clause()))
            .when(counter(THIRD_OFFER, SECOND, NORTH, clause()));

    assertThat(chain.accord().negotiation().inAnswerTo())
        .containsEntry(SECOND, FIRST)
        .containsEntry(THIRD_OFFER, SECOND);
  }

  @Test
  void the_registrar_enters_the_lapse_of_an_offer_for_whoever_made_it() {
    LapseOffer command =
        new LapseOffer(
            ACCORD,
            FIRST,
            LocalDate.parse("2015-01-01"),
            LapseGround.TALKS_ENDED,
            WORDS,
            registrar());

    assertThat(offered().when(command).decided())
        .containsExactly(
            new OfferLapsed(
                FIRST, LocalDate.parse("2015-01-01"), LapseGround.TALKS_ENDED, WORDS, registrar()));
  }

  @Test
  void nobody_else_says_that_an_offer_has_lapsed() {
    offered().refuses(lapse(FIRST, SOUTH, "2015-01-01"), FilingRefusal.ACTS_FOR_ANOTHER);
  }

  @Test
  void a_counteroffer_obeys_every_rule_of_an_offer() {
    offered().refuses(counter(FIRST, FIRST, SOUTH, clause()), AccordRefusal.OFFER_EXISTS);
    offered().refuses(counter(SECOND, FIRST, SOUTH), AccordRefusal.NO_ITEMS);
    offered()
        .refuses(counter(SECOND, FIRST, AccordSamples.THIRD, clause()), AccordRefusal.NOT_A_PARTY);
    offered().refuses(counter(SECOND, FIRST, NORTH, clause()), NegotiationRefusal.COUNTERS_ITSELF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "left \u202e right"})
  void a_source_is_one_line_that_reads_the_same_everywhere(String source) {
    assertThatThrownBy(() -> offered().when(from(source))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_source_of_a_hundred_thousand_characters_is_refused_and_one_in_arabic_is_not() {
    assertThatThrownBy(() -> offered().when(from("s".repeat(100_000))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("source");
    assertThat(offered().when(from("سجل المحادثات")).decided()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("states")
  void what_no_longer_stands_is_neither_answered_nor_ended_again(
      String state, AccordScenario scenario, AccordCommand command, RefusalCode code) {
    scenario.refuses(command, code);
  }

  static Stream<Arguments> states() {
    OfferId unknown = new OfferId("unknown");
    return Stream.concat(
        Stream.of(
            row(
                "before the draft",
                given(),
                counter(SECOND, FIRST, SOUTH, clause()),
                AccordRefusal.UNKNOWN_ACCORD),
            row(
                "before the draft",
                given(),
                lapse(FIRST, NORTH, "2015-01-01"),
                AccordRefusal.UNKNOWN_ACCORD),
            row(
                "unknown",
                offered(),
                counter(SECOND, unknown, SOUTH, clause()),
                AccordRefusal.UNKNOWN_OFFER),
            row(
                "unknown",
                offered(),
                lapse(unknown, NORTH, "2015-01-01"),
                AccordRefusal.UNKNOWN_OFFER),
            row(
                "in force",
                inForce(),
                lapse(FIRST, NORTH, "2015-01-01"),
                NegotiationRefusal.NOTHING_TO_LAPSE),
            row(
                "before it was made",
                offered(),
                lapse(FIRST, NORTH, "2014-12-31"),
                NegotiationRefusal.LAPSE_DAY),
            row(
                "ahead of it",
                offered(),
                lapse(FIRST, NORTH, "2015-01-02"),
                NegotiationRefusal.LAPSE_DAY)),
        Stream.concat(
            ended("withdrawn", withdraw(FIRST, NORTH, WORDS), AccordRefusal.OFFER_WITHDRAWN),
            ended("lapsed", lapse(FIRST, NORTH, "2015-01-01"), NegotiationRefusal.OFFER_LAPSED)));
  }

  private static Stream<Arguments> ended(String state, AccordCommand by, RefusalCode code) {
    return Stream.of(
            counter(SECOND, FIRST, SOUTH, clause()),
            lapse(FIRST, NORTH, "2015-01-01"),
            withdraw(FIRST, NORTH, WORDS),
            accept(FIRST, SOUTH, QUIET),
            refuse(FIRST, SOUTH, WORDS, QUIET))
        .map(command -> row(state, offered().when(by), command, code));
  }

  private static Arguments row(
      String state, AccordScenario scenario, AccordCommand command, RefusalCode code) {
    return Arguments.of(state, scenario, command, code);
  }

  private static AccordScenario offered() {
    return given(draft(), offer(FIRST, true, clause()));
  }

  private static AccordScenario inForce() {
    return offered().when(accept(FIRST, NORTH, QUIET)).when(accept(FIRST, SOUTH, QUIET));
  }

  private static Counteroffer from(String source) {
    Counteroffer plain = counter(SECOND, FIRST, SOUTH, clause());
    return new Counteroffer(
        ACCORD, SECOND, FIRST, SOUTH, true, List.of(clause()), source, plain.filed());
  }
}
