package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.dated;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.hotlineOf;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.standing;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.NegotiationSamples.THIRD_OFFER;
import static org.accordledger.core.accord.NegotiationSamples.counter;
import static org.accordledger.core.accord.ObservanceSamples.amend;
import static org.accordledger.core.accord.ObservanceSamples.day;
import static org.accordledger.core.accord.ObservanceSamples.inForce;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.accordledger.core.accord.ObservanceSamples.resume;
import static org.accordledger.core.accord.ObservanceSamples.retire;
import static org.accordledger.core.accord.ObservanceSamples.suspend;
import static org.accordledger.core.accord.ObservanceSamples.terminate;
import static org.accordledger.core.accord.ObservanceSamples.withdrawStanding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.DraftAccord;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.RefuseItems;
import org.accordledger.core.accord.AccordCommand.WithdrawOffer;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.ObservanceCommand.DeclareUnderstanding;
import org.accordledger.core.accord.ObservanceCommand.EnterReservation;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCooperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what a party does, from which day, and about which clause. */
class PartyActsTest {
  private static final DraftId DRAFT = new DraftId("joint-text");
  private static final String YESTERDAY = "2014-12-31";

  /** What binds the north, or says that it will not be bound. */
  static Stream<AccordCommand> bindingActs() {
    return Stream.of(
        offer(SECOND, true, clause()),
        accept(SECOND, NORTH, QUIET),
        refuse(SECOND, NORTH, WORDS, QUIET),
        counter(THIRD_OFFER, SECOND, NORTH, clause()),
        promotion(NORTH));
  }

  @ParameterizedTest
  @MethodSource("bindingActs")
  void who_has_left_no_longer_binds_itself(AccordCommand act) {
    negotiating().when(leave(NORTH, "2015-01-01")).refuses(act, ObservanceRefusal.PARTY_HAS_LEFT);
  }

  @ParameterizedTest
  @MethodSource("bindingActs")
  void under_an_accord_that_ended_nobody_binds_itself(AccordCommand act) {
    negotiating()
        .when(terminate(NORTH, "2015-01-01"))
        .when(terminate(SOUTH, "2015-01-01"))
        .refuses(act, ObservanceRefusal.ACCORD_TERMINATED);
  }

  static Stream<AccordCommand> actsOfTheSouthForTheNorth() {
    return Stream.of(
        new AcceptItems(ACCORD, SECOND, NORTH, List.of(QUIET), false, null, by(delegate(SOUTH))),
        new RefuseItems(
            ACCORD, SECOND, NORTH, List.of(QUIET), WORDS, null, null, by(delegate(SOUTH))),
        new OfferText(
            ACCORD, THIRD_OFFER, NORTH, true, List.of(clause()), null, by(delegate(SOUTH))));
  }

  @ParameterizedTest
  @MethodSource("actsOfTheSouthForTheNorth")
  void nobody_binds_another_party(AccordCommand act) {
    negotiating().refuses(act, FilingRefusal.ACTS_FOR_ANOTHER);
  }

  static Stream<AccordCommand> releasesOfYesterday() {
    return Stream.of(
        suspend(NORTH, QUIET, YESTERDAY),
        resume(NORTH, HOTLINE, YESTERDAY),
        leave(NORTH, YESTERDAY),
        terminate(NORTH, YESTERDAY),
        endHotline(NORTH, YESTERDAY),
        withdrawStanding(WATCH, YESTERDAY),
        retire("ann", YESTERDAY));
  }

  @ParameterizedTest
  @MethodSource("releasesOfYesterday")
  void nothing_is_undone_for_a_day_that_has_passed(AccordCommand act) {
    inForce()
        .when(standing(WATCH))
        .when(panelist("ann", THIRD))
        .when(offer(SECOND, true, hotlineOf(NORTH)))
        .when(accept(SECOND, NORTH, HOTLINE))
        .when(suspend(NORTH, HOTLINE, "2015-01-01"))
        .refuses(act, ObservanceRefusal.DAY_HAS_PASSED);
  }

  static Stream<AccordCommand> actsOfTheNorthOnTheHotline() {
    return Stream.of(
        new EnterReservation(
            ACCORD, NORTH, HOTLINE, Map.of(EN, "not at night"), by(delegate(NORTH))),
        new DeclareUnderstanding(
            ACCORD, NORTH, HOTLINE, Map.of(EN, "a telephone"), by(delegate(NORTH))),
        suspend(NORTH, HOTLINE, "2015-01-01"),
        endHotline(NORTH, "2015-01-01"));
  }

  @ParameterizedTest
  @MethodSource("actsOfTheNorthOnTheHotline")
  void a_party_speaks_of_what_it_owes_and_not_of_what_others_do(AccordCommand act) {
    inForce()
        .when(offer(SECOND, true, hotlineOf(SOUTH)))
        .when(accept(SECOND, SOUTH, HOTLINE))
        .refuses(act, ObservanceRefusal.CLAUSE_NOT_OWED);
  }

  @ParameterizedTest
  @MethodSource("actsOfTheNorthOnTheHotline")
  void a_clause_nobody_offered_is_unknown(AccordCommand act) {
    inForce().refuses(act, AccordRefusal.UNKNOWN_CLAUSE);
  }

  @Test
  void only_what_is_in_force_for_a_party_can_be_suspended_by_it() {
    AccordScenario southOnly =
        given(draft(), offer(FIRST, true, hotlineOf(SOUTH)), accept(FIRST, SOUTH, HOTLINE));
    southOnly.refuses(suspend(NORTH, null, "2015-01-01"), ObservanceRefusal.CLAUSE_NOT_OWED);

    AccordScenario oneOfTwo =
        given(
            draft(),
            offer(FIRST, true, clause(), hotlineOf(NORTH)),
            accept(FIRST, NORTH, QUIET, HOTLINE));
    oneOfTwo.refuses(suspend(NORTH, QUIET, "2015-01-01"), ObservanceRefusal.CLAUSE_NOT_OWED);
    assertThat(oneOfTwo.when(suspend(NORTH, HOTLINE, "2015-01-01")).decided()).hasSize(1);
  }

  @Test
  void a_refused_suspension_says_what_stands_suspended() {
    assertThatThrownBy(
            () ->
                inForce()
                    .when(suspend(NORTH, null, "2015-02-01"))
                    .when(suspend(NORTH, null, "2015-03-01")))
        .hasMessageContaining("north suspended every clause before");
    assertThatThrownBy(
            () ->
                inForce()
                    .when(suspend(NORTH, QUIET, "2015-02-01"))
                    .when(suspend(NORTH, QUIET, "2015-03-01")))
        .hasMessageContaining("north suspended clause quiet before");
  }

  @Test
  void an_amendment_obeys_every_rule_of_an_offer() {
    inForce()
        .when(offer(SECOND, true, clause()))
        .refuses(amend(effective(untestable(clause()), "2016-01-01")), AccordRefusal.OFFER_EXISTS);
  }

  @Test
  void an_answer_names_items_and_each_of_them_once() {
    AccordScenario offered = given(draft(), offer(FIRST, true, clause()));

    offered.refuses(accept(FIRST, NORTH), AccordRefusal.NO_ITEMS);
    offered.refuses(accept(FIRST, NORTH, QUIET, QUIET), AccordRefusal.DUPLICATE_ITEM);
    offered.refuses(refuse(FIRST, NORTH, WORDS, QUIET, QUIET), AccordRefusal.DUPLICATE_ITEM);
  }

  @Test
  void a_withdrawal_of_an_offer_cannot_bear_a_date_before_it() {
    given(draft(true), offer(FIRST, true, clause()))
        .refuses(
            new WithdrawOffer(ACCORD, FIRST, WORDS, dated(by(delegate(NORTH)), YESTERDAY)),
            FilingRefusal.DATED_TOO_EARLY);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_draft_bears_an_older_date_only_where_the_record_is_kept_retrospectively(
      boolean retrospective) {
    DraftAccord d = draft(retrospective);
    DraftAccord dated =
        new DraftAccord(
            d.accord(),
            d.title(),
            d.lineage(),
            d.parties(),
            d.languages(),
            d.hypothetical(),
            d.retrospective(),
            d.baskets(),
            d.rules(),
            dated(d.filed(), "1933-11-16"));

    if (retrospective) {
      assertThat(given(dated).accord().drafted().filed().day()).isEqualTo("1933-11-16");
    } else {
      given().refuses(dated, FilingRefusal.DATED_NOT_ALLOWED);
    }
  }

  /** In force, with an offer of the south that stands and a draft that somebody worked on. */
  private static AccordScenario negotiating() {
    return inForce()
        .when(
            new OfferText(
                ACCORD, SECOND, SOUTH, true, List.of(clause()), null, by(delegate(SOUTH))))
        .when(new ContributeText(ACCORD, DRAFT, QUIET, Map.of(EN, WORDS), by(delegate(SOUTH))));
  }

  private static PromoteDraft promotion(BodyId party) {
    return new PromoteDraft(
        ACCORD,
        DRAFT,
        THIRD_OFFER,
        party,
        true,
        List.of(clause()),
        new Approval("Minister", Approval.Level.MINISTRY, day("2015-01-01"), null),
        null,
        by(delegate(party)));
  }

  private static WithdrawCooperation endHotline(BodyId party, String from) {
    return new WithdrawCooperation(ACCORD, party, HOTLINE, day(from), WORDS, by(delegate(party)));
  }
}
