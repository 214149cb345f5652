package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.NegotiationEvent.DraftPromoted;
import org.accordledger.core.accord.NegotiationEvent.TextContributed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftingTest {
  private static final DraftId DRAFT = new DraftId("joint-text");

  @Test
  void a_contribution_says_when_and_not_by_whom() {
    AccordScenario drafted = given(draft(), contribute("ann", NORTH), contribute("bo", SOUTH));

    assertThat(drafted.decided())
        .singleElement()
        .isInstanceOfSatisfying(
            TextContributed.class,
            event -> {
              assertThat(event.number()).isEqualTo(2);
              assertThat(event.filed().at()).isEqualTo(AccordSamples.NOON);
              assertThat(event.filed().by().body()).isNull();
              assertThat(event.filed().by().role()).isEqualTo(Role.SYSTEM);
              assertThat(event.toString()).doesNotContain("bo,", "south", "ann", "north");
            });
  }

  @Test
  void contributions_of_two_people_differ_in_nothing_but_what_they_say() {
    AccordScenario one = given(draft(), contribute("ann", NORTH));
    AccordScenario other = given(draft(), contribute("bo", SOUTH));

    assertThat(one.decided()).isEqualTo(other.decided());
  }

  @Test
  void a_promotion_is_an_offer_with_the_names_of_who_makes_and_who_approved_it() {
    AccordScenario promoted =
        given(draft(), contribute("ann", SOUTH)).when(promote(FIRST, NORTH, "2015-01-01"));

    assertThat(promoted.decided())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(TextOffered.class),
            second ->
                assertThat(second)
                    .isEqualTo(
                        new DraftPromoted(
                            DRAFT, FIRST, approval("2015-01-01"), by(delegate(NORTH)))));
    assertThat(promoted.accord().offers()).containsKey(FIRST);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void what_does_not_fit_is_refused_by_name(
      String what, AccordScenario scenario, AccordCommand command, RefusalCode code) {
    scenario.refuses(command, code);
  }

  static Stream<Arguments> refusals() {
    AccordScenario promoted =
        given(draft(), contribute("ann", NORTH), promote(FIRST, NORTH, "2015-01-01"));
    return Stream.of(
        Arguments.of(
            "a contribution without an accord",
            given(),
            contribute("ann", NORTH),
            AccordRefusal.UNKNOWN_ACCORD),
        Arguments.of(
            "a promotion without an accord",
            given(),
            promote(FIRST, NORTH, "2015-01-01"),
            AccordRefusal.UNKNOWN_ACCORD),
        Arguments.of(
            "nothing contributed",
            given(draft()),
            promote(FIRST, NORTH, "2015-01-01"),
            NegotiationRefusal.UNKNOWN_DRAFT),
        Arguments.of(
            "contributing to what was promoted",
            promoted,
            contribute("ann", NORTH),
            NegotiationRefusal.DRAFT_PROMOTED),
        Arguments.of(
            "promoting twice",
            promoted,
            promote(SECOND, NORTH, "2015-01-01"),
            NegotiationRefusal.DRAFT_PROMOTED),
        Arguments.of(
            "approved tomorrow",
            given(draft(), contribute("ann", NORTH)),
            promote(FIRST, NORTH, "2015-01-02"),
            NegotiationRefusal.APPROVED_AHEAD),
        Arguments.of(
            "promoted by a stranger",
            given(draft(), contribute("ann", NORTH)),
            promote(FIRST, THIRD, "2015-01-01"),
            AccordRefusal.NOT_A_PARTY),
        Arguments.of(
            "promoted for another",
            given(draft(), contribute("ann", NORTH)),
            new PromoteDraft(
                ACCORD,
                DRAFT,
                FIRST,
                NORTH,
                true,
                List.of(clause()),
                approval("2015-01-01"),
                null,
                by(delegate(SOUTH))),
            FilingRefusal.ACTS_FOR_ANOTHER));
  }

  @Test
  void a_draft_that_nobody_can_be_asked_to_stop_ends_by_itself() {
    AccordScenario drafted = given(draft());
    for (int i = 0; i < DraftingRules.CONTRIBUTIONS; i++) {
      drafted.when(contribute("ann", NORTH));
    }

    drafted.refuses(contribute("bo", SOUTH), NegotiationRefusal.DRAFT_FULL);
  }

  @Test
  void a_contribution_says_something() {
    assertThatThrownBy(
            () ->
                given(
                    draft(),
                    new ContributeText(ACCORD, DRAFT, QUIET, Map.of(), by(delegate(NORTH)))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "\u2067turned"})
  void an_approval_names_the_office_on_one_line(String office) {
    Approval approval =
        new Approval(office, Approval.Level.MINISTRY, LocalDate.parse("2015-01-01"), WORDS);

    assertThatThrownBy(
            () ->
                given(
                    draft(),
                    contribute("ann", NORTH),
                    new PromoteDraft(
                        ACCORD,
                        DRAFT,
                        FIRST,
                        NORTH,
                        true,
                        List.of(clause()),
                        approval,
                        null,
                        by(delegate(NORTH)))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("approval.office");
  }

  private static Approval approval(String day) {
    return new Approval("Deputy minister", Approval.Level.MINISTRY, LocalDate.parse(day), WORDS);
  }

  private static ContributeText contribute(String account, BodyId body) {
    return new ContributeText(
        ACCORD, DRAFT, QUIET, Map.of(EN, WORDS), by(actor(account, Role.NEGOTIATOR, body)));
  }

  private static PromoteDraft promote(OfferId offer, BodyId party, String approved) {
    return new PromoteDraft(
        ACCORD,
        DRAFT,
        offer,
        party,
        true,
        List.of(clause()),
        approval(approved),
        null,
        by(delegate(party)));
  }
}
