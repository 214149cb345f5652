package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.BY_AN_AGENCY;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.MADE_PUBLIC;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECRETARIAT;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Role;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordDecisions;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.cases.Answer.Value;
import org.accordledger.core.cases.CaseCommand.AcceptSettlement;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.AdoptFinding;
import org.accordledger.core.cases.CaseCommand.CastVote;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.OrderRemedy;
import org.accordledger.core.cases.CaseCommand.ProposeSettlement;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseCommand.ReferToPanel;
import org.accordledger.core.cases.CaseCommand.ReportRemedy;
import org.accordledger.core.cases.CaseCommand.RequestReview;
import org.accordledger.core.cases.CaseCommand.ReviseFinding;
import org.accordledger.core.cases.CaseCommand.SeatPanel;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseCommand.UpholdFinding;
import org.accordledger.core.cases.CaseCommand.VerifyRemedy;
import org.accordledger.core.cases.CaseCommand.WithdrawAllegation;
import org.accordledger.core.evidence.Confidence;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * A case under the sample accord: the monitor alleges against the north, and three neutral members
 * sit. The accord's clause holds since 2015; the case is filed in March 2020.
 */
final class CaseSamples {
  static final CaseId CASE = new CaseId("case-sample");
  static final CaseId OTHER = new CaseId("case-other");
  static final CaseId COUNTER = new CaseId("case-counter");
  static final Actor REGISTRAR = actor("registrar", Role.REGISTRAR, SECRETARIAT);
  static final Actor MONITOR = actor("monitor", Role.MONITOR, WATCH);
  static final Actor ONE = adjudicator("one");
  static final Actor TWO = adjudicator("two");
  static final Actor THREE = adjudicator("three");

  private CaseSamples() {}

  static Actor adjudicator(String name) {
    return actor("member-" + name, Role.ADJUDICATOR, null);
  }

  static AccordTerms terms() {
    return terms(effective(clause(), "2015-01-01"));
  }

  /** Terms of the sample accord with this clause in force. */
  static AccordTerms terms(Clause clause) {
    return terms(
        draft(),
        offer(FIRST, true, clause),
        accept(FIRST, NORTH, clause.code()),
        accept(FIRST, SOUTH, clause.code()));
  }

  /** Terms after these commands, and with a roster and a monitor's standing. */
  static AccordTerms terms(AccordCommand... commands) {
    return terms(List.of(commands), List.of());
  }

  private static AccordTerms terms(List<AccordCommand> first, List<AccordCommand> last) {
    List<AccordCommand> all = new ArrayList<>(first);
    all.add(standing(WATCH));
    all.add(panelist("member-one", new BodyId("east")));
    all.add(panelist("member-two", new BodyId("west")));
    all.add(panelist("member-three", new BodyId("far-south")));
    all.add(panelist("member-north", NORTH));
    all.add(panelist("member-third", THIRD));
    all.add(panelist("member-west", new BodyId("west")));
    all.add(panelist("registrar", new BodyId("east")));
    all.addAll(last);
    Accord accord = null;
    for (AccordCommand command : all) {
      for (AccordEvent event : AccordDecisions.decide(accord, command)) {
        accord = Accord.evolve(accord, event);
      }
    }
    return Objects.requireNonNull(accord).terms();
  }

  /** Terms with a clause in force, a roster and a monitor's standing, after one more command. */
  static AccordTerms termsThen(AccordCommand last) {
    return terms(
        List.of(
            draft(),
            offer(FIRST, true, effective(clause(), "2015-01-01")),
            accept(FIRST, NORTH, QUIET),
            accept(FIRST, SOUTH, QUIET)),
        List.of(last));
  }

  static Filing filedBy(Actor actor) {
    return by(actor, "2020-03-01");
  }

  /** The other case a command names: one open case of the same question, one of sides swapped. */
  static @Nullable OtherCase other(CaseCommand command) {
    CaseId named = CaseDecisions.otherCaseOf(command);
    if (OTHER.equals(named)) {
      return other(OTHER, NORTH, WATCH, Stage.NOTIFIED);
    }
    return COUNTER.equals(named) ? other(COUNTER, WATCH, NORTH, Stage.SUBMITTED) : null;
  }

  static OtherCase other(CaseId id, BodyId respondent, BodyId complainant, Stage stage) {
    return other(id, respondent, complainant, stage, Marking.CLEAR);
  }

  static OtherCase other(
      CaseId id, BodyId respondent, BodyId complainant, Stage stage, Marking marking) {
    return new OtherCase(id, ACCORD, QUIET, 1, respondent, complainant, stage, marking);
  }

  static Allegation allegation() {
    return allegation(Occurred.on(LocalDate.parse("2019-05-05")));
  }

  static Allegation allegation(Occurred occurred) {
    return allegation(NORTH, WATCH, occurred, null, List.of(exhibit("a1")));
  }

  static Allegation allegation(
      BodyId respondent,
      BodyId complainant,
      Occurred occurred,
      @Nullable LocalDate disclosed,
      List<Exhibit> exhibits) {
    return new Allegation(
        ACCORD,
        QUIET,
        respondent,
        complainant,
        List.of("publish-obtained-material"),
        occurred,
        disclosed,
        List.of(THIRD),
        "A publication",
        Map.of(),
        List.of(),
        Confidence.MODERATE,
        null,
        List.of(WORDS),
        exhibits,
        null,
        Marking.CLEAR,
        false);
  }

  static Exhibit exhibit(String id) {
    return exhibit(id, Marking.CLEAR);
  }

  static Exhibit exhibit(String id, Marking marking) {
    return new Exhibit(
        id,
        Exhibit.Kind.PRESS,
        "A report",
        null,
        null,
        null,
        null,
        "https://example.org/report",
        null,
        Exhibit.Reliability.B,
        2,
        marking,
        Map.of(),
        List.of(),
        null);
  }

  static SubmitAllegation submit() {
    return submit(allegation());
  }

  static SubmitAllegation submit(Allegation allegation) {
    Actor actor =
        allegation.complainant().equals(WATCH) ? MONITOR : delegate(allegation.complainant());
    return new SubmitAllegation(CASE, allegation, filedBy(actor));
  }

  static AdmitCase admit() {
    return new AdmitCase(CASE, Map.of(), filedBy(REGISTRAR));
  }

  static FileResponse respond() {
    return respond(ResponseKind.NOT_US, null);
  }

  static FileResponse respond(ResponseKind kind, @Nullable CaseId counterCase) {
    return new FileResponse(CASE, kind, Map.of(), List.of(), counterCase, filedBy(delegate(NORTH)));
  }

  static ReferToPanel refer() {
    return new ReferToPanel(CASE, filedBy(REGISTRAR));
  }

  static SeatPanel seat(Actor... members) {
    return new SeatPanel(
        CASE, List.of(members).stream().map(Actor::account).toList(), filedBy(REGISTRAR));
  }

  static SeatPanel seat(String... members) {
    return new SeatPanel(
        CASE, List.of(members).stream().map(AccountId::new).toList(), filedBy(REGISTRAR));
  }

  static CastVote vote(Actor member, Opinion opinion) {
    return new CastVote(CASE, opinion, Map.of(), filedBy(member));
  }

  static AdoptFinding adopt(Actor member) {
    return new AdoptFinding(CASE, Map.of(), filedBy(member));
  }

  static Answer answer(Value value) {
    return new Answer(value, Confidence.HIGH, List.of("a1"));
  }

  static Opinion violation(Severity severity) {
    return opinion(Value.ESTABLISHED, Value.ESTABLISHED, Value.ESTABLISHED, severity);
  }

  static Opinion notAttributable() {
    return opinion(Value.ESTABLISHED, Value.ESTABLISHED, Value.NOT_ESTABLISHED, null);
  }

  static Opinion noViolation() {
    return opinion(Value.NOT_ESTABLISHED, Value.ESTABLISHED, Value.ESTABLISHED, null);
  }

  /** It happened; the first element, the second being established, and attribution as given. */
  static Opinion opinion(
      Value first, Value happened, Value attributable, @Nullable Severity severity) {
    return new Opinion(
        Map.of(BY_AN_AGENCY, answer(first), MADE_PUBLIC, answer(Value.ESTABLISHED)),
        answer(happened),
        answer(attributable),
        severity);
  }

  /** A vote for a violation whose every answer rests on one exhibit. */
  static Opinion restingOn(String exhibit) {
    Answer established = new Answer(Value.ESTABLISHED, Confidence.LOW, List.of(exhibit));
    return new Opinion(
        Map.of(BY_AN_AGENCY, established, MADE_PUBLIC, established),
        established,
        established,
        Severity.MINOR);
  }

  static DeclareInadmissible inadmissible(Ground ground) {
    return new DeclareInadmissible(
        CASE, ground, "clause quiet, version 1", Map.of(), null, filedBy(REGISTRAR));
  }

  static RecordNonResponse silence(String day) {
    return new RecordNonResponse(CASE, by(REGISTRAR, day));
  }

  static ProposeSettlement propose(Actor side) {
    return new ProposeSettlement(CASE, Map.of(), filedBy(side));
  }

  static AcceptSettlement acceptSettlement(Actor side) {
    return new AcceptSettlement(CASE, filedBy(side));
  }

  static RequestReview review(Actor side) {
    return new RequestReview(CASE, WORDS, filedBy(side));
  }

  static UpholdFinding uphold(Actor member) {
    return new UpholdFinding(CASE, Map.of(), filedBy(member));
  }

  static ReviseFinding revise(Actor member) {
    return new ReviseFinding(CASE, Map.of(), filedBy(member));
  }

  static OrderRemedy order(String dueBy) {
    return new OrderRemedy(CASE, Map.of(), LocalDate.parse(dueBy), filedBy(ONE));
  }

  static ReportRemedy report(Actor respondent) {
    return new ReportRemedy(CASE, Map.of(), filedBy(respondent));
  }

  static VerifyRemedy verify(Actor actor) {
    return new VerifyRemedy(CASE, filedBy(actor));
  }

  static WithdrawAllegation withdraw(Actor actor) {
    return new WithdrawAllegation(CASE, WORDS, filedBy(actor));
  }

  static JoinCase join(CaseId into) {
    return new JoinCase(CASE, into, filedBy(REGISTRAR));
  }

  static CloseCase close() {
    return new CloseCase(CASE, filedBy(REGISTRAR));
  }
}
