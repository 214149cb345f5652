package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.binding;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.OTHER;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.acceptSettlement;
import static org.accordledger.core.cases.CaseSamples.adjudicator;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.adopt;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.answer;
import static org.accordledger.core.cases.CaseSamples.close;
import static org.accordledger.core.cases.CaseSamples.exhibit;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.inadmissible;
import static org.accordledger.core.cases.CaseSamples.join;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.opinion;
import static org.accordledger.core.cases.CaseSamples.order;
import static org.accordledger.core.cases.CaseSamples.propose;
import static org.accordledger.core.cases.CaseSamples.refer;
import static org.accordledger.core.cases.CaseSamples.report;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.restingOn;
import static org.accordledger.core.cases.CaseSamples.review;
import static org.accordledger.core.cases.CaseSamples.seat;
import static org.accordledger.core.cases.CaseSamples.silence;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.accordledger.core.cases.CaseSamples.termsThen;
import static org.accordledger.core.cases.CaseSamples.uphold;
import static org.accordledger.core.cases.CaseSamples.verify;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseSamples.withdraw;
import static org.accordledger.core.cases.CaseScenario.decided;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.referred;
import static org.accordledger.core.cases.CaseScenario.reviewed;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.CaseScenario.under;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.cases.Answer.Value;
import org.accordledger.core.evidence.Confidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every refusal of a case is provoked. The switch has no default: a code without a provocation does
 * not compile.
 */
class CaseRefusalTest {
  private static final Occurred LONG_AGO = Occurred.on(LocalDate.parse("2019-05-05"));

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(CaseRefusal code) {
    switch (code) {
      case ALREADY_SUBMITTED,
          OCCURRED_IN_FUTURE,
          DISCLOSED_IN_FUTURE,
          ACCUSES_ITSELF,
          NOT_IN_FORCE,
          COOPERATION_ITEM,
          RESPONDENT_NOT_A_PARTY,
          RESPONDENT_NOT_BOUND,
          NO_STANDING,
          MARKED_TOO_OPEN,
          DUPLICATE_EXHIBIT,
          TELLING_EXHIBIT_ID,
          ELECTION_MISSING,
          ELECTION_NOT_ASKED ->
          provokeBySubmitting(code);
      case UNKNOWN_CASE,
          WRONG_STAGE,
          DECIDED_BY_DATA,
          NO_RESERVATION,
          OWN_CASE,
          COMPLAINANT_ONLY,
          JOINS_ITSELF,
          JOIN_MISMATCH,
          MARKED_CLOSER ->
          provokeByScreening(code);
      case RESPONDENT_ONLY,
          ALREADY_ANSWERED,
          COUNTER_CASE_MISMATCH,
          DEADLINE_NOT_PASSED,
          SIDES_ONLY,
          NO_SETTLEMENT_PROPOSED,
          OWN_PROPOSAL ->
          provokeByAnswering(code);
      case PANEL_SIZE,
          DUPLICATE_MEMBER,
          NOT_ON_ROSTER,
          NATIONALITY_MAJORITY,
          CONCERNED_MAJORITY,
          NATIONALS_DO_NOT_SIT,
          SCREENER_SITS,
          PANEL_ALREADY_SEATED ->
          provokeBySeating(code);
      case PANEL_NOT_SEATED,
          NOT_A_MEMBER,
          ALREADY_VOTED,
          ELEMENTS_MISMATCH,
          UNKNOWN_EXHIBIT,
          SEVERITY_MISMATCH,
          BELOW_EVIDENCE_THRESHOLD,
          QUORUM_NOT_REACHED ->
          provokeByVoting(code);
      case REVIEW_OPEN, ALREADY_REVIEWED, NO_REVIEW_OPEN, OWN_FINDING, REVIEW_RESULT_DIFFERS ->
          provokeByReviewing(code);
      case NO_STANDING_VIOLATION,
          REMEDY_ALREADY_ORDERED,
          REMEDY_DUE_IN_PAST,
          NO_REMEDY_ORDERED,
          REMEDY_NOT_REPORTED,
          OWN_REPORT,
          REMEDY_ALREADY_VERIFIED,
          REMEDY_OPEN ->
          provokeByRemedying(code);
      case PARTICULARS_REQUESTED,
          NO_PARTICULARS_AWAITED,
          OUT_OF_TIME,
          NO_SUCH_DEADLINE,
          NOT_EXTENDABLE,
          EXTENSION_TOO_LONG,
          LAPSE_RECORDED,
          CLOCK_STOPPED,
          NOT_ANSWERED,
          ALREADY_REPLIED,
          REVIEW_DAYS_RUN ->
          ProcedureRefusals.provokeByTheClock(code);
      case RECUSES_ANOTHER,
          RECUSED,
          NO_EMPTY_SEAT,
          SEAT_EMPTY,
          OFFERED_BY_NO_SIDE,
          NO_EXHIBIT,
          NO_DENIAL,
          NOT_REOPENED,
          NOT_INJURED,
          REACTED_BEFORE,
          REACTED_IN_FUTURE,
          UNKNOWN_CLAIM,
          CLAIM_WITHOUT_EVIDENCE,
          CLAIM_STANDS_SO ->
          ProcedureRefusals.provokeBySeatsAndEvidence(code);
    }
  }

  private static void provokeBySubmitting(CaseRefusal code) {
    switch (code) {
      case ALREADY_SUBMITTED -> given(submit()).refuses(submit(), code);
      case OCCURRED_IN_FUTURE ->
          given().refuses(submit(allegation(Occurred.on(day("2020-03-02")))), code);
      case DISCLOSED_IN_FUTURE ->
          given()
              .refuses(
                  submit(allegation(NORTH, WATCH, LONG_AGO, day("2020-03-02"), List.of())), code);
      case ACCUSES_ITSELF ->
          given().refuses(submit(allegation(NORTH, NORTH, LONG_AGO, null, List.of())), code);
      case NOT_IN_FORCE ->
          under(terms(draft(), offer(FIRST, true, clause()))).refuses(submit(), code);
      case ELECTION_MISSING -> under(EmbargoSamples.terms()).refuses(submit(), code);
      case ELECTION_NOT_ASKED -> given().refuses(EmbargoSamples.about(LONG_AGO), code);
      case COOPERATION_ITEM ->
          under(
                  terms(
                      clause(
                          QUIET,
                          MEDIA,
                          Kind.COOPERATION,
                          new EntryRule(Needs.ALL_PARTIES, List.of()))))
              .refuses(submit(), code);
      case RESPONDENT_NOT_A_PARTY ->
          given().refuses(submit(allegation(THIRD, WATCH, LONG_AGO, null, List.of())), code);
      case RESPONDENT_NOT_BOUND ->
          under(terms(binding(effective(clause(), "2015-01-01"), SOUTH))).refuses(submit(), code);
      case NO_STANDING ->
          given().refuses(submit(allegation(NORTH, THIRD, LONG_AGO, null, List.of())), code);
      case MARKED_TOO_OPEN -> under(strict()).refuses(submit(), code);
      case DUPLICATE_EXHIBIT ->
          given()
              .refuses(
                  submit(
                      allegation(
                          NORTH, WATCH, LONG_AGO, null, List.of(exhibit("a1"), exhibit("a1")))),
                  code);
      case TELLING_EXHIBIT_ID ->
          given()
              .refuses(
                  submit(
                      allegation(
                          NORTH,
                          WATCH,
                          LONG_AGO,
                          null,
                          List.of(CaseSamples.exhibit("witness-x", Marking.RED)))),
                  code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static AccordTerms strict() {
    return termsThen(new AdoptStandingRules(ACCORD, false, true, Marking.GREEN, registrar()));
  }

  private static void provokeByScreening(CaseRefusal code) {
    switch (code) {
      case UNKNOWN_CASE -> given().refuses(admit(), code);
      case WRONG_STAGE -> given(submit()).refuses(refer(), code);
      case NO_RESERVATION ->
          given(submit()).refuses(inadmissible(Ground.RESERVATION_APPLIES), code);
      case DECIDED_BY_DATA -> given(submit()).refuses(inadmissible(Ground.NO_STANDING), code);
      case OWN_CASE ->
          given(submit())
              .refuses(new CaseCommand.AdmitCase(CASE, Map.of(), filedBy(delegate(NORTH))), code);
      case COMPLAINANT_ONLY -> given(submit()).refuses(withdraw(delegate(NORTH)), code);
      case JOINS_ITSELF -> given(submit()).refuses(join(CASE), code);
      case JOIN_MISMATCH -> given(submit()).refuses(join(new CaseId("case-nowhere")), code);
      case MARKED_CLOSER ->
          given(submit())
              .refuses(
                  join(OTHER),
                  CaseSamples.other(OTHER, NORTH, WATCH, Stage.NOTIFIED, Marking.GREEN),
                  code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static void provokeByAnswering(CaseRefusal code) {
    switch (code) {
      case RESPONDENT_ONLY ->
          given(submit(), admit())
              .refuses(
                  new CaseCommand.FileResponse(
                      CASE, ResponseKind.NOT_US, Map.of(), List.of(), null, filedBy(MONITOR)),
                  code);
      case ALREADY_ANSWERED ->
          given(submit(), admit(), respond(), refer()).refuses(respond(), code);
      case COUNTER_CASE_MISMATCH ->
          given(submit(), admit()).refuses(respond(ResponseKind.NOT_US, OTHER), code);
      case DEADLINE_NOT_PASSED -> given(submit(), admit()).refuses(silence("2020-03-31"), code);
      case SIDES_ONLY ->
          given(submit(), admit(), respond()).refuses(propose(delegate(SOUTH)), code);
      case NO_SETTLEMENT_PROPOSED ->
          given(submit(), admit(), respond()).refuses(acceptSettlement(MONITOR), code);
      case OWN_PROPOSAL ->
          given(submit(), admit(), respond(), propose(MONITOR))
              .refuses(acceptSettlement(MONITOR), code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static void provokeBySeating(CaseRefusal code) {
    switch (code) {
      case PANEL_SIZE -> referred().refuses(seat(ONE, TWO), code);
      case DUPLICATE_MEMBER -> referred().refuses(seat(ONE, TWO, TWO), code);
      case NOT_ON_ROSTER -> referred().refuses(seat("member-one", "member-two", "stranger"), code);
      case NATIONALITY_MAJORITY ->
          referred().refuses(seat("member-one", "member-two", "member-west"), code);
      case CONCERNED_MAJORITY ->
          referred().refuses(seat("member-one", "member-north", "member-third"), code);
      case NATIONALS_DO_NOT_SIT ->
          under(termsThen(new AdoptStandingRules(ACCORD, false, false, null, registrar())))
              .and(submit(), admit(), respond(), refer())
              .refuses(seat("member-one", "member-two", "member-north"), code);
      case SCREENER_SITS ->
          referred().refuses(seat("member-two", "member-three", "registrar"), code);
      case PANEL_ALREADY_SEATED -> seated().refuses(respond(), code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static void provokeByVoting(CaseRefusal code) {
    switch (code) {
      case PANEL_NOT_SEATED -> referred().refuses(vote(ONE, noViolation()), code);
      case NOT_A_MEMBER -> seated().refuses(vote(adjudicator("west"), noViolation()), code);
      case ALREADY_VOTED ->
          seated().and(vote(ONE, noViolation())).refuses(vote(ONE, noViolation()), code);
      case ELEMENTS_MISMATCH ->
          seated()
              .refuses(
                  vote(
                      ONE,
                      new Opinion(
                          Map.of(),
                          answer(Value.ESTABLISHED),
                          answer(Value.ESTABLISHED),
                          Severity.MINOR)),
                  code);
      case UNKNOWN_EXHIBIT -> seated().refuses(vote(ONE, restingOn("a9")), code);
      case BELOW_EVIDENCE_THRESHOLD ->
          EvidenceThresholdTest.seatedUnder(Confidence.MODERATE)
              .refuses(vote(ONE, restingOn("a1")), code);
      case SEVERITY_MISMATCH ->
          seated()
              .refuses(
                  vote(ONE, opinion(Value.ESTABLISHED, Value.ESTABLISHED, Value.ESTABLISHED, null)),
                  code);
      case QUORUM_NOT_REACHED -> seated().and(vote(ONE, noViolation())).refuses(adopt(ONE), code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static void provokeByReviewing(CaseRefusal code) {
    switch (code) {
      case REVIEW_OPEN ->
          decided(violation(Severity.GRAVE))
              .and(review(MONITOR))
              .refuses(review(delegate(NORTH)), code);
      case ALREADY_REVIEWED ->
          reviewed(noViolation(), noViolation()).and(uphold(TWO)).refuses(review(MONITOR), code);
      case NO_REVIEW_OPEN -> decided(noViolation()).refuses(uphold(TWO), code);
      case OWN_FINDING -> reviewed(noViolation(), noViolation()).refuses(uphold(ONE), code);
      case REVIEW_RESULT_DIFFERS ->
          reviewed(noViolation(), violation(Severity.MINOR)).refuses(uphold(TWO), code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static void provokeByRemedying(CaseRefusal code) {
    switch (code) {
      case NO_STANDING_VIOLATION -> decided(noViolation()).refuses(order("2020-06-01"), code);
      case REMEDY_ALREADY_ORDERED ->
          decided(violation(Severity.MINOR))
              .and(order("2020-06-01"))
              .refuses(order("2020-06-01"), code);
      case REMEDY_DUE_IN_PAST ->
          decided(violation(Severity.MINOR)).refuses(order("2020-02-29"), code);
      case NO_REMEDY_ORDERED ->
          decided(violation(Severity.MINOR)).refuses(report(delegate(NORTH)), code);
      case REMEDY_NOT_REPORTED ->
          decided(violation(Severity.MINOR)).and(order("2020-06-01")).refuses(verify(TWO), code);
      case OWN_REPORT ->
          decided(violation(Severity.MINOR))
              .and(order("2020-06-01"), report(actor("member-two", Role.PARTY, NORTH)))
              .refuses(verify(TWO), code);
      case REMEDY_ALREADY_VERIFIED ->
          decided(violation(Severity.MINOR))
              .and(order("2020-06-01"), report(delegate(NORTH)), verify(TWO))
              .refuses(verify(TWO), code);
      case REMEDY_OPEN ->
          decided(violation(Severity.MINOR)).and(order("2020-06-01")).refuses(close(), code);
      default -> throw new IllegalArgumentException(code + " is not provoked here");
    }
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
