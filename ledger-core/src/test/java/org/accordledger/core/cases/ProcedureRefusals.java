package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.close;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.silence;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseSamples.withdraw;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.accordledger.core.cases.ClaimsTest.assess;
import static org.accordledger.core.cases.ClaimsTest.claiming;
import static org.accordledger.core.cases.ProcedureSamples.TEXT;
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

import java.util.List;
import org.accordledger.core.evidence.ClaimStatus;

/** Provokes the refusals of the steps beside the main line of a case. */
final class ProcedureRefusals {
  private ProcedureRefusals() {}

  static void provokeByTheClock(CaseRefusal code) {
    switch (code) {
      case PARTICULARS_REQUESTED ->
          given(submit(), admit(), askParticulars(), giveParticulars())
              .refuses(askParticulars(), code);
      case NO_PARTICULARS_AWAITED -> given(submit(), admit()).refuses(giveParticulars(), code);
      case OUT_OF_TIME ->
          under(clocked())
              .and(submit(), admit(), respond())
              .refuses(
                  new CaseCommand.FileReply(CASE, TEXT, List.of(), by(MONITOR, "2020-03-22")),
                  code);
      case NO_SUCH_DEADLINE ->
          given(submit(), admit()).refuses(lapse(Deadline.REPLY, "2021-01-01"), code);
      case NOT_EXTENDABLE -> given(submit(), admit()).refuses(extend(Deadline.REMEDY, 3), code);
      case EXTENSION_TOO_LONG ->
          given(submit(), admit()).refuses(extend(Deadline.RESPONSE, 1), code);
      case LAPSE_RECORDED ->
          under(clocked())
              .and(submit(), admit(), respond(), lapse(Deadline.REPLY, "2020-03-22"))
              .refuses(lapse(Deadline.REPLY, "2020-03-23"), code);
      case CLOCK_STOPPED ->
          given(submit(), admit(), askParticulars()).refuses(silence("2020-06-01"), code);
      case NOT_ANSWERED ->
          given(submit(), admit(), silence("2020-04-01"), referOn("2020-04-02"))
              .refuses(
                  new CaseCommand.FileReply(CASE, TEXT, List.of(), by(MONITOR, "2020-04-03")),
                  code);
      case ALREADY_REPLIED -> given(submit(), admit(), respond(), reply()).refuses(reply(), code);
      case REVIEW_DAYS_RUN ->
          under(clocked())
              .and(submit(), admit(), respond(), refer(), seat(ONE, TWO, THREE))
              .and(vote(ONE, noViolation()), vote(TWO, noViolation()), adopt(ONE))
              .refuses(close(), code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  static void provokeBySeatsAndEvidence(CaseRefusal code) {
    switch (code) {
      case RECUSES_ANOTHER -> seated().refuses(recuse(ONE, "member-two"), code);
      case RECUSED -> seated().and(recuse(ONE, "member-one")).refuses(replace("member-one"), code);
      case NO_EMPTY_SEAT -> seated().refuses(replace("member-west"), code);
      case SEAT_EMPTY ->
          seated()
              .and(
                  vote(ONE, noViolation()), vote(TWO, noViolation()), recuse(THREE, "member-three"))
              .refuses(adopt(ONE), code);
      case OFFERED_BY_NO_SIDE ->
          given(submit(), admit(), respond()).refuses(admitExhibit(SOUTH, "b1"), code);
      case NO_EXHIBIT -> given(submit(), admit(), respond()).refuses(admitExhibit(NORTH), code);
      case NO_DENIAL ->
          given(submit(), admit(), respond(ResponseKind.ACKNOWLEDGED, null))
              .refuses(corroborate("b1"), code);
      case NOT_REOPENED -> given(submit(), withdraw(MONITOR), close()).refuses(reopen("b1"), code);
      case NOT_INJURED ->
          given(submit()).refuses(react(NORTH, "2019-06-01", filedBy(delegate(NORTH))), code);
      case REACTED_BEFORE ->
          given(submit()).refuses(react(WATCH, "2019-05-04", filedBy(MONITOR)), code);
      case REACTED_IN_FUTURE ->
          given(submit()).refuses(react(WATCH, "2020-03-02", filedBy(MONITOR)), code);
      case UNKNOWN_CLAIM ->
          given(submit()).refuses(assess(REGISTRAR, ClaimStatus.WITHDRAWN, null), code);
      case CLAIM_WITHOUT_EVIDENCE ->
          given(claiming()).refuses(assess(REGISTRAR, ClaimStatus.CONTRADICTED, null), code);
      case CLAIM_STANDS_SO ->
          given(claiming()).refuses(assess(REGISTRAR, ClaimStatus.UNVERIFIED, null), code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static CaseCommand referOn(String day) {
    return new CaseCommand.ReferToPanel(CASE, by(REGISTRAR, day));
  }
}
