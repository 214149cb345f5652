package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.registrar;

import java.time.LocalDate;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;
import org.accordledger.core.accord.ObservanceCommand.AgreeTerm;
import org.accordledger.core.accord.ObservanceCommand.AmendClause;
import org.accordledger.core.accord.ObservanceCommand.DisputeTerm;
import org.accordledger.core.accord.ObservanceCommand.EnterReservation;
import org.accordledger.core.accord.ObservanceCommand.RecordInterpretation;
import org.accordledger.core.accord.ObservanceCommand.ResumePerformance;
import org.accordledger.core.accord.ObservanceCommand.RetirePanelist;
import org.accordledger.core.accord.ObservanceCommand.SuspendPerformance;
import org.accordledger.core.accord.ObservanceCommand.Terminate;
import org.accordledger.core.accord.ObservanceCommand.Withdraw;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCoverage;
import org.accordledger.core.accord.ObservanceCommand.WithdrawStanding;
import org.jspecify.annotations.Nullable;

/** What is done to the sample accord once it is in force; filed on the day it begins to hold. */
public final class ObservanceSamples {
  public static final TermCode AGENCY = new TermCode("agency");

  private ObservanceSamples() {}

  /** The sample accord with its clause in force for both parties. */
  static AccordScenario inForce() {
    return AccordScenario.given(
        draft(),
        offer(FIRST, true, clause()),
        accept(FIRST, NORTH, QUIET),
        accept(FIRST, SOUTH, QUIET));
  }

  public static EnterReservation reservation(BodyId party, String text) {
    return new EnterReservation(ACCORD, party, QUIET, Map.of(EN, text), by(delegate(party)));
  }

  public static SuspendPerformance suspend(BodyId party, @Nullable ClauseCode clause, String from) {
    return suspend(party, clause, from, null);
  }

  public static SuspendPerformance suspend(
      BodyId party, @Nullable ClauseCode clause, String from, @Nullable OfferId conditionOf) {
    return new SuspendPerformance(
        ACCORD, party, clause, day(from), WORDS, conditionOf, by(delegate(party)));
  }

  public static ResumePerformance resume(BodyId party, @Nullable ClauseCode clause, String from) {
    return new ResumePerformance(ACCORD, party, clause, day(from), by(delegate(party)));
  }

  public static Withdraw leave(BodyId party, String effective) {
    return new Withdraw(ACCORD, party, day(effective), WORDS, by(delegate(party)));
  }

  public static Terminate terminate(BodyId party, String effective) {
    return new Terminate(ACCORD, party, day(effective), WORDS, by(delegate(party)));
  }

  public static WithdrawCoverage uncover(BodyId body, String from) {
    return new WithdrawCoverage(
        ACCORD, QUIET, body, day(from), by(actor("monitor", Role.MONITOR, body)));
  }

  public static WithdrawStanding withdrawStanding(BodyId body, String from) {
    return new WithdrawStanding(ACCORD, body, day(from), WORDS, registrar());
  }

  public static RetirePanelist retire(String member, String from) {
    return new RetirePanelist(ACCORD, new AccountId(member), day(from), registrar());
  }

  public static AgreeTerm agree(BodyId party, String reading) {
    return new AgreeTerm(ACCORD, party, AGENCY, EN, reading, by(delegate(party)));
  }

  public static DisputeTerm dispute(BodyId party, int version, String reading) {
    return new DisputeTerm(ACCORD, party, AGENCY, EN, version, reading, by(delegate(party)));
  }

  public static RecordInterpretation interpret(String member, String reading) {
    return new RecordInterpretation(
        ACCORD, AGENCY, EN, reading, by(actor(member, Role.ADJUDICATOR, null)));
  }

  public static AmendClause amend(Clause text) {
    return new AmendClause(ACCORD, AccordSamples.SECOND, NORTH, text, null, by(delegate(NORTH)));
  }

  static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
