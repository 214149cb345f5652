package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.COUNTER;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.OTHER;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.acceptSettlement;
import static org.accordledger.core.cases.CaseSamples.adjudicator;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.close;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.join;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.notAttributable;
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
import static org.accordledger.core.cases.CaseSamples.uphold;
import static org.accordledger.core.cases.CaseSamples.verify;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseSamples.withdraw;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.ProcedureSamples.admitExhibit;
import static org.accordledger.core.cases.ProcedureSamples.askParticulars;
import static org.accordledger.core.cases.ProcedureSamples.clocked;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.accordledger.core.Occurred;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseEvent.CaseReferred;
import org.accordledger.core.cases.CaseEvent.VoteCast;
import org.accordledger.core.evidence.ClaimStatus;
import org.accordledger.core.random.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseTest {
  private static final int WALKS = 3000;
  private static final int STEPS = 80;

  @Test
  void a_stream_that_does_not_start_with_an_allegation_is_no_case() {
    assertThatThrownBy(() -> Case.evolve(null, new CaseReferred(filedBy(REGISTRAR))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_event_that_cannot_follow_is_not_applied() {
    Case submitted = given(submit()).state();

    assertThatThrownBy(() -> submitted.apply(submitted.submitted()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                submitted.apply(new VoteCast(ONE.account(), noViolation(), Map.of(), filedBy(ONE))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no panel was seated in case-sample");
  }

  @Test
  void nothing_can_be_done_with_a_case_that_nobody_submitted() {
    assertThatThrownBy(() -> CaseDecisions.accordOf(null, admit()))
        .isInstanceOf(Refused.class)
        .hasMessage("unknown_case: there is no case case-sample: submit an allegation first");
  }

  /** Whatever is asked in whatever order: an answer or a refusal, and no third. */
  @Test
  void every_walk_through_the_acts_ends_in_events_or_refusals_and_replays_to_the_same_state() {
    long seed = Seeds.next();
    SplittableRandom random = new SplittableRandom(seed);
    AccordTerms terms = clocked();
    List<CaseCommand> acts = acts();
    Set<Stage> reached = EnumSet.noneOf(Stage.class);
    Set<Class<?>> happened = new HashSet<>();
    for (int walk = 0; walk < WALKS; walk++) {
      boolean embargo = walk % 10 == 0;
      List<CaseEvent> events =
          embargo
              ? walk(random, underEmbargo(acts), EmbargoSamples.terms(), seed)
              : walk(random, acts, terms, seed);
      @Nullable Case replayed = null;
      for (CaseEvent event : events) {
        replayed = Case.evolve(replayed, event);
        reached.add(replayed.stage());
        happened.add(event.getClass());
      }
    }

    assertThat(reached).as(Seeds.again(seed)).containsExactlyInAnyOrder(Stage.values());
    assertThat(happened)
        .as(Seeds.again(seed))
        .containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
  }

  private static List<CaseCommand> underEmbargo(List<CaseCommand> acts) {
    return acts.stream()
        .map(
            act ->
                act instanceof CaseCommand.SubmitAllegation submit
                    ? EmbargoSamples.about(submit.allegation().occurred())
                    : act)
        .toList();
  }

  private static List<CaseEvent> decide(@Nullable Case state, CaseCommand act, AccordTerms terms) {
    return CaseDecisions.decide(
        state, act, terms, CaseSamples.other(act), EmbargoSamples.election());
  }

  private static List<CaseEvent> walk(
      SplittableRandom random, List<CaseCommand> acts, AccordTerms terms, long seed) {
    List<CaseEvent> events = new ArrayList<>();
    @Nullable Case state = null;
    for (int step = 0; step < STEPS; step++) {
      CaseCommand act = likely(random, acts, state);
      @Nullable Case before = state;
      try {
        List<CaseEvent> decided = decide(state, act, terms);
        assertThat(decided).as(Seeds.again(seed)).isNotEmpty();
        for (CaseEvent event : decided) {
          state = Case.evolve(state, event);
          events.add(event);
        }
        assertThat(decide(before, act, terms))
            .as("the same decision twice, %s", Seeds.again(seed))
            .isEqualTo(decided);
      } catch (Refused refused) {
        assertThat(refused.code()).as(Seeds.again(seed)).isNotNull();
      }
    }
    return events;
  }

  /** Mostly an act that the stage allows, so that walks get far; sometimes any. */
  private static CaseCommand likely(
      SplittableRandom random, List<CaseCommand> acts, @Nullable Case state) {
    CaseCommand act = acts.get(random.nextInt(acts.size()));
    for (int i = 0; i < 20; i++) {
      boolean fits =
          state == null
              ? act instanceof CaseCommand.SubmitAllegation
              : StageRule.stagesFor(act).contains(state.stage()) && !endsEarly(act, random);
      if (fits) {
        return act;
      }
      act = acts.get(random.nextInt(acts.size()));
    }
    return act;
  }

  private static boolean endsEarly(CaseCommand act, SplittableRandom random) {
    return (act instanceof CaseCommand.WithdrawAllegation
            || act instanceof CaseCommand.JoinCase
            || act instanceof CaseCommand.DeclareInadmissible
            || act instanceof CaseCommand.AcceptSettlement
            || act instanceof CaseCommand.CloseCase)
        && random.nextInt(8) != 0;
  }

  private static List<CaseCommand> acts() {
    return List.of(
        submit(),
        submit(allegation(Occurred.unknown())),
        ClaimsTest.claiming(),
        inadmissible(Ground.OUT_OF_SCOPE),
        inadmissible(Ground.BEFORE_ENTRY_INTO_FORCE),
        admit(),
        respond(),
        respond(ResponseKind.COUNTER_ALLEGATION, COUNTER),
        silence("2020-04-01"),
        propose(MONITOR),
        propose(delegate(NORTH)),
        acceptSettlement(MONITOR),
        acceptSettlement(delegate(NORTH)),
        refer(),
        seat(ONE, TWO, THREE),
        seat("member-one", "member-north", "member-third"),
        vote(ONE, violation(Severity.GRAVE)),
        vote(TWO, violation(Severity.MINOR)),
        vote(TWO, noViolation()),
        vote(THREE, notAttributable()),
        vote(adjudicator("west"), noViolation()),
        adopt(ONE),
        adopt(TWO),
        review(MONITOR),
        review(delegate(NORTH)),
        uphold(ONE),
        uphold(TWO),
        revise(TWO),
        revise(THREE),
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
        lapse(Deadline.REPLY, "2020-03-22"),
        suspend(),
        resume("2020-03-01"),
        recuse(THREE, "member-three"),
        replace("member-north"),
        admitExhibit(NORTH, "b1"),
        reopen("b2"),
        react(WATCH),
        corroborate("b3"),
        ClaimsTest.assess(REGISTRAR, ClaimStatus.CONTRADICTED, "a1"));
  }
}
