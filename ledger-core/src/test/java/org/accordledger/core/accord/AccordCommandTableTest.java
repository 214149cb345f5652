package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.adoptMethod;
import static org.accordledger.core.accord.AccordSamples.adoptRules;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.coverage;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.refuse;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.accord.AccordSamples.standing;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.accordledger.core.accord.AccordSamples.withdraw;
import static org.accordledger.core.accord.NegotiationSamples.account;
import static org.accordledger.core.accord.NegotiationSamples.commit;
import static org.accordledger.core.accord.NegotiationSamples.contribute;
import static org.accordledger.core.accord.NegotiationSamples.counter;
import static org.accordledger.core.accord.NegotiationSamples.disclose;
import static org.accordledger.core.accord.NegotiationSamples.lapse;
import static org.accordledger.core.accord.NegotiationSamples.promote;
import static org.accordledger.core.accord.ObservanceSamples.agree;
import static org.accordledger.core.accord.ObservanceSamples.amend;
import static org.accordledger.core.accord.ObservanceSamples.day;
import static org.accordledger.core.accord.ObservanceSamples.dispute;
import static org.accordledger.core.accord.ObservanceSamples.interpret;
import static org.accordledger.core.accord.ObservanceSamples.leave;
import static org.accordledger.core.accord.ObservanceSamples.reservation;
import static org.accordledger.core.accord.ObservanceSamples.resume;
import static org.accordledger.core.accord.ObservanceSamples.retire;
import static org.accordledger.core.accord.ObservanceSamples.suspend;
import static org.accordledger.core.accord.ObservanceSamples.terminate;
import static org.accordledger.core.accord.ObservanceSamples.uncover;
import static org.accordledger.core.accord.ObservanceSamples.withdrawStanding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.CommandTable;
import org.accordledger.core.CommandTable.Cell;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.accord.ObservanceCommand.DeclareUnderstanding;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCooperation;
import org.accordledger.core.random.SealedKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command to an accord wherever the accord stands. Beside what makes its status, every accord
 * here has a panelist, a body with standing, a committed text, a draft and a term that one party
 * has agreed to.
 */
class AccordCommandTableTest {
  private static final CommandTable TABLE =
      CommandTable.of(
          """
          command              none           drafting            offered           in_force            suspended           terminated          refused              lapsed
          DraftAccord          x              already_drafted     already_drafted   already_drafted     already_drafted     already_drafted     already_drafted      already_drafted
          AdoptRules           unknown_accord x                   x                 x                   x                   x                   x                    x
          AdoptMethod          unknown_accord x                   x                 x                   x                   x                   x                    x
          AppointPanelist      unknown_accord x                   x                 x                   x                   x                   x                    x
          GrantStanding        unknown_accord x                   x                 x                   x                   x                   x                    x
          DeclareCoverage      unknown_accord unknown_clause      x                 x                   x                   x                   x                    x
          OfferText            unknown_accord x                   x                 x                   x                   accord_terminated   x                    x
          AcceptItems          unknown_accord unknown_offer       x                 item_already_decided item_already_decided accord_terminated item_already_decided offer_lapsed
          RefuseItems          unknown_accord unknown_offer       x                 item_already_decided item_already_decided accord_terminated item_already_decided offer_lapsed
          WithdrawOffer        unknown_accord unknown_offer       x                 nothing_to_withdraw nothing_to_withdraw nothing_to_withdraw nothing_to_withdraw  offer_lapsed
          Counteroffer         unknown_accord unknown_offer       x                 x                   x                   accord_terminated   x                    offer_lapsed
          LapseOffer           unknown_accord unknown_offer       x                 nothing_to_lapse    nothing_to_lapse    nothing_to_lapse    nothing_to_lapse     offer_lapsed
          CommitText           unknown_accord x                   x                 x                   x                   x                   x                    x
          DiscloseText         unknown_accord x                   x                 x                   x                   x                   x                    x
          RecordAccount        unknown_accord x                   x                 x                   x                   x                   x                    x
          ContributeText       unknown_accord x                   x                 x                   x                   x                   x                    x
          PromoteDraft         unknown_accord x                   x                 x                   x                   accord_terminated   x                    x
          EnterReservation     unknown_accord unknown_clause      x                 x                   x                   accord_terminated   x                    x
          DeclareUnderstanding unknown_accord unknown_clause      x                 x                   x                   accord_terminated   x                    x
          SuspendPerformance   unknown_accord unknown_clause      clause_not_owed   x                   x                   accord_terminated   clause_not_owed      clause_not_owed
          ResumePerformance    unknown_accord not_suspended       not_suspended     not_suspended       x                   accord_terminated   not_suspended        not_suspended
          Withdraw             unknown_accord x                   x                 x                   x                   accord_terminated   x                    x
          Terminate            unknown_accord x                   x                 x                   x                   accord_terminated   x                    x
          WithdrawCoverage     unknown_accord not_covered         not_covered       x                   x                   x                   not_covered          not_covered
          WithdrawStanding     unknown_accord x                   x                 x                   x                   x                   x                    x
          RetirePanelist       unknown_accord x                   x                 x                   x                   x                   x                    x
          AdoptStandingRules   unknown_accord x                   x                 x                   x                   x                   x                    x
          WithdrawCooperation  unknown_accord unknown_clause      cooperation_not_active cooperation_not_active cooperation_not_active accord_terminated cooperation_not_active cooperation_not_active
          AgreeTerm            unknown_accord x                   x                 x                   x                   accord_terminated   x                    x
          DisputeTerm          unknown_accord x                   x                 x                   x                   accord_terminated   x                    x
          RecordInterpretation unknown_accord x                   x                 x                   x                   x                   x                    x
          AmendClause          unknown_accord nothing_to_amend    nothing_to_amend  x                   x                   accord_terminated   nothing_to_amend     nothing_to_amend
          """);

  private static final List<AccordCommand> IN_FORCE =
      List.of(
          offered(),
          accept(FIRST, NORTH, QUIET),
          accept(FIRST, SOUTH, QUIET),
          coverage(QUIET, WATCH, "2014-06-01"));

  private static final List<AccordCommand> COMMANDS =
      List.of(
          draft(),
          adoptRules(),
          adoptMethod(1),
          panelist("bo", THIRD, MEDIA),
          standing(THIRD),
          coverage(QUIET, THIRD, "2014-06-01"),
          offer(SECOND, true, clause()),
          accept(FIRST, SOUTH, QUIET),
          refuse(FIRST, SOUTH, WORDS, QUIET),
          withdraw(FIRST, NORTH, WORDS),
          counter(SECOND, FIRST, SOUTH, clause()),
          lapse(FIRST, NORTH, "2015-01-01"),
          commit("other", 'e'),
          disclose(),
          account(),
          contribute(),
          promote(SECOND),
          reservation(NORTH, "not in war"),
          new DeclareUnderstanding(
              ACCORD, NORTH, QUIET, Map.of(EN, "as before"), by(delegate(NORTH))),
          suspend(NORTH, QUIET, "2015-01-01"),
          resume(SOUTH, null, "2015-01-01"),
          leave(NORTH, "2015-01-01"),
          terminate(NORTH, "2015-01-01"),
          uncover(WATCH, "2015-01-01"),
          withdrawStanding(WATCH, "2015-01-01"),
          retire("ann", "2015-01-01"),
          new AdoptStandingRules(ACCORD, true, true, null, registrar()),
          new WithdrawCooperation(
              ACCORD, NORTH, QUIET, day("2015-01-01"), WORDS, by(delegate(NORTH))),
          agree(NORTH, "a body"),
          dispute(NORTH, 1, "a paid body"),
          interpret("ann", "a body"),
          amend(effective(untestable(clause()), "2016-01-01")));

  @ParameterizedTest
  @MethodSource("cells")
  void every_command_is_allowed_or_refused_by_its_code_wherever_the_accord_stands(Cell cell) {
    AccordScenario scenario = in(cell.state());

    assertThat(CommandTable.outcome(() -> scenario.when(command(cell.command())).decided()))
        .isEqualTo(cell.outcome());
  }

  static Stream<Cell> cells() {
    return TABLE.cells();
  }

  @Test
  void every_command_and_every_status_has_its_place_in_the_table() {
    assertThat(TABLE.commands())
        .containsExactlyInAnyOrderElementsOf(
            SealedKinds.of(AccordCommand.class).map(Class::getSimpleName).toList());
    assertThat(TABLE.states())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("none"), Stream.of(AccordStatus.values()).map(AccordStatus::code))
                .toList());
  }

  private static AccordScenario in(String state) {
    AccordScenario scenario =
        state.equals("none")
            ? AccordScenario.given()
            : AccordScenario.given(
                draft(),
                panelist("ann", THIRD),
                standing(WATCH),
                commit(),
                contribute(),
                agree(SOUTH, "a body"));
    List<AccordCommand> made =
        switch (state) {
          case "none", "drafting" -> List.of();
          case "offered" -> List.of(offered());
          case "in_force" -> IN_FORCE;
          case "suspended" -> and(suspend(SOUTH, null, "2015-01-01"));
          case "terminated" -> and(terminate(NORTH, "2015-01-01"), terminate(SOUTH, "2015-01-01"));
          case "refused" -> List.of(offered(), refuse(FIRST, SOUTH, WORDS, QUIET));
          case "lapsed" -> List.of(offered(), lapse(FIRST, NORTH, "2015-01-01"));
          default -> throw new IllegalArgumentException(state);
        };
    made.forEach(scenario::when);
    if (!state.equals("none")) {
      assertThat(AccordStatus.of(scenario.accord(), day("2015-01-01")))
          .isEqualTo(AccordStatus.valueOf(state.toUpperCase(Locale.ROOT)));
    }
    return scenario;
  }

  private static List<AccordCommand> and(AccordCommand... later) {
    return Stream.concat(IN_FORCE.stream(), Stream.of(later)).toList();
  }

  private static AccordCommand offered() {
    return offer(FIRST, true, clause());
  }

  /** The command of each kind that is tried; what it is about is there wherever it can be. */
  private static AccordCommand command(String kind) {
    return COMMANDS.stream()
        .filter(command -> command.getClass().getSimpleName().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
