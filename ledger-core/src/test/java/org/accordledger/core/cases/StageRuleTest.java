package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.OTHER;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.acceptSettlement;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.close;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.join;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.order;
import static org.accordledger.core.cases.CaseSamples.propose;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.report;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.review;
import static org.accordledger.core.cases.CaseSamples.revise;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.silence;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.uphold;
import static org.accordledger.core.cases.CaseSamples.verify;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseSamples.withdraw;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.ProcedureSamples.admitExhibit;
import static org.accordledger.core.cases.ProcedureSamples.askParticulars;
import static org.accordledger.core.cases.ProcedureSamples.corroborate;
import static org.accordledger.core.cases.ProcedureSamples.extend;
import static org.accordledger.core.cases.ProcedureSamples.giveParticulars;
import static org.accordledger.core.cases.ProcedureSamples.lapse;
import static org.accordledger.core.cases.ProcedureSamples.react;
import static org.accordledger.core.cases.ProcedureSamples.recuse;
import static org.accordledger.core.cases.ProcedureSamples.reopen;
import static org.accordledger.core.cases.ProcedureSamples.replace;
import static org.accordledger.core.cases.ProcedureSamples.reply;
import static org.accordledger.core.cases.ProcedureSamples.resume;
import static org.accordledger.core.cases.ProcedureSamples.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.Refused;
import org.accordledger.core.evidence.ClaimStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every act in every stage. The table is written out from the design and not from the code; an x
 * says that the stage allows the act.
 */
class StageRuleTest {
  /** A declaration of inadmissibility, on a ground that a response may bring up. */
  private static final String BY_A_RESERVATION = "..by_a_reservation";

  private static final String TABLE =
      """
      act                 submitted inadmissible notified answered unanswered before_panel decided settled withdrawn joined closed suspended
      DeclareInadmissible x         .            .        .        .          .            .       .       .         .      .      .
      ..by_a_reservation  x         .            x        x        x          .            .       .       .         .      .      .
      AdmitCase           x         .            .        .        .          .            .       .       .         .      .      .
      FileResponse        .         .            x        .        x          x            .       .       .         .      .      .
      RecordNonResponse   .         .            x        .        .          .            .       .       .         .      .      .
      ProposeSettlement   .         .            .        x        x          .            .       .       .         .      .      .
      AcceptSettlement    .         .            .        x        x          .            .       .       .         .      .      .
      ReferToPanel        .         .            .        x        x          .            .       .       .         .      .      .
      SeatPanel           .         .            .        .        .          x            .       .       .         .      .      .
      CastVote            .         .            .        .        .          x            x       .       .         .      .      .
      AdoptFinding        .         .            .        .        .          x            .       .       .         .      .      .
      RequestReview       .         .            .        .        .          .            x       .       .         .      .      .
      UpholdFinding       .         .            .        .        .          .            x       .       .         .      .      .
      ReviseFinding       .         .            .        .        .          .            x       .       .         .      .      .
      OrderRemedy         .         .            .        .        .          .            x       .       .         .      .      .
      ReportRemedy        .         .            .        .        .          .            x       .       .         .      .      .
      VerifyRemedy        .         .            .        .        .          .            x       .       .         .      .      .
      WithdrawAllegation  x         .            x        x        x          x            .       .       .         .      .      x
      JoinCase            x         .            x        x        x          x            .       .       .         .      .      .
      CloseCase           .         x            .        .        .          .            x       x       x         x      .      .
      RequestParticulars  .         .            x        .        .          .            .       .       .         .      .      .
      GiveParticulars     .         .            x        .        .          .            .       .       .         .      .      .
      GrantExtension      .         .            x        x        .          x            .       .       .         .      .      .
      FileReply           .         .            .        x        .          x            .       .       .         .      .      .
      RecordLapse         .         .            x        x        .          x            x       .       .         .      .      .
      SuspendCase         x         .            x        x        x          x            .       .       .         .      .      .
      ResumeCase          .         .            .        .        .          .            .       .       .         .      .      x
      RecuseMember        .         .            .        .        .          x            x       .       .         .      .      .
      ReplaceMember       .         .            .        .        .          x            x       .       .         .      .      .
      AdmitExhibit        .         .            .        x        x          x            .       .       .         .      .      .
      ReopenCase          .         .            .        .        .          .            .       .       .         .      x      .
      LinkReaction        x         .            x        x        x          x            x       x       .         .      x      .
      Corroborate         .         .            .        x        .          x            x       x       .         .      x      .
      AssessClaim         x         .            x        x        x          x            x       x       .         .      x      .
      """;

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @MethodSource("cells")
  void an_act_is_refused_in_every_stage_it_does_not_belong_to(
      CaseCommand command, Stage stage, boolean allowed) {
    CaseScenario scenario = in(stage);

    if (allowed) {
      assertThat(codeOf(scenario, command)).isNotEqualTo("wrong_stage");
    } else {
      scenario.refuses(command, CaseRefusal.WRONG_STAGE);
    }
  }

  @Test
  void a_refusal_says_which_stages_allow_the_act() {
    assertThatThrownBy(() -> in(Stage.CLOSED).when(refer()))
        .hasMessage(
            "wrong_stage: case-sample is closed,"
                + " and this act is for a case that is answered or unanswered");
  }

  @Test
  void the_table_speaks_of_every_act_but_the_first() {
    Set<String> acts =
        Stream.of(CaseCommand.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    acts.remove("SubmitAllegation");

    assertThat(commands().map(command -> command.getClass().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(acts);
    acts.add(BY_A_RESERVATION);
    assertThat(TABLE.lines().skip(1).map(line -> line.split(" ", 2)[0]))
        .containsExactlyInAnyOrderElementsOf(acts);
  }

  @Test
  void a_case_is_submitted_in_no_stage_twice() {
    for (Stage stage : Stage.values()) {
      in(stage).refuses(submit(), CaseRefusal.ALREADY_SUBMITTED);
    }
  }

  static Stream<Arguments> cells() {
    List<String> lines = TABLE.lines().toList();
    List<Stage> stages =
        Stream.of(lines.getFirst().split(" +", -1))
            .skip(1)
            .map(code -> Stage.valueOf(code.toUpperCase(Locale.ROOT)))
            .toList();
    List<Arguments> cells = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split(" +", -1);
      CaseCommand command =
          columns[0].equals(BY_A_RESERVATION)
              ? inadmissible(Ground.RESERVATION_APPLIES)
              : commands()
                  .filter(c -> c.getClass().getSimpleName().equals(columns[0]))
                  .findFirst()
                  .orElseThrow();
      for (int i = 0; i < stages.size(); i++) {
        cells.add(
            Arguments.argumentSet(
                columns[0] + " in " + stages.get(i),
                command,
                stages.get(i),
                columns[i + 1].equals("x")));
      }
    }
    return cells.stream();
  }

  private static Stream<CaseCommand> commands() {
    return Stream.of(
        inadmissible(Ground.OUT_OF_SCOPE),
        admit(),
        respond(),
        silence("2020-04-01"),
        propose(MONITOR),
        acceptSettlement(delegate(NORTH)),
        refer(),
        seat(ONE, TWO, THREE),
        vote(ONE, noViolation()),
        adopt(ONE),
        review(MONITOR),
        uphold(TWO),
        revise(TWO),
        order("2020-06-01"),
        report(delegate(NORTH)),
        verify(TWO),
        withdraw(MONITOR),
        join(OTHER),
        close(),
        askParticulars(),
        giveParticulars(),
        extend(Deadline.RESPONSE, 5),
        reply(),
        lapse(Deadline.REPLY, "2020-06-01"),
        suspend(),
        resume("2020-03-01"),
        recuse(ONE, "member-one"),
        replace("member-west"),
        admitExhibit(NORTH, "b1"),
        reopen("b1"),
        react(WATCH),
        corroborate("b1"),
        ClaimsTest.assess(REGISTRAR, ClaimStatus.WITHDRAWN, null));
  }

  private static CaseScenario in(Stage stage) {
    CaseScenario scenario =
        switch (stage) {
          case SUBMITTED -> given(submit());
          case INADMISSIBLE -> given(submit(), inadmissible(Ground.OUT_OF_SCOPE));
          case NOTIFIED -> given(submit(), admit());
          case ANSWERED -> given(submit(), admit(), respond());
          case UNANSWERED -> given(submit(), admit(), silence("2020-04-01"));
          case BEFORE_PANEL -> CaseScenario.referred();
          case DECIDED -> CaseScenario.decided(noViolation());
          case SETTLED ->
              given(
                  submit(),
                  admit(),
                  respond(),
                  propose(MONITOR),
                  acceptSettlement(delegate(NORTH)));
          case WITHDRAWN -> given(submit(), withdraw(MONITOR));
          case JOINED -> given(submit(), join(OTHER));
          case CLOSED -> given(submit(), withdraw(MONITOR), close());
          case SUSPENDED -> given(submit(), suspend());
        };
    assertThat(scenario.state().stage()).isEqualTo(stage);
    return scenario;
  }

  private static String codeOf(CaseScenario scenario, CaseCommand command) {
    try {
      CaseDecisions.decide(scenario.state(), command, terms(), CaseSamples.other(command));
      return "decided";
    } catch (Refused refused) {
      return refused.code().code();
    }
  }
}
