package org.accordledger.core.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.Recorded;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordEvent.CoverageDeclared;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.Answer;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.FindingRevised;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Opinion;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;

/** A small ledger told event by event, for tests that say what was given and look at a cell. */
final class LedgerScript {
  static final AccordId ACCORD = new AccordId("accord-a");
  static final BodyId ALBA = new BodyId("alba");
  static final BodyId BOREA = new BodyId("borea");
  static final ClauseCode CLAUSE = new ClauseCode("c");

  private final ScorecardFold fold = new ScorecardFold();
  private final Map<String, Long> versions = new HashMap<>();
  private LocalDate today = LocalDate.of(2015, 1, 1);
  private long position;
  private int cases;

  /** Two parties and nothing else. */
  static LedgerScript drafted() {
    LedgerScript script = new LedgerScript();
    return script.accord(
        new AccordDrafted(
            ACCORD,
            Map.of(),
            List.of(),
            List.of(new Party(ALBA, Map.of()), new Party(BOREA, Map.of())),
            List.of(),
            false,
            false,
            List.of(),
            new ProcedureRules(1, 30, 3, 2),
            script.filed()));
  }

  /** One clause binds both parties since 2015. */
  static LedgerScript inForce() {
    return drafted().offered("o", CLAUSE, Clause.Kind.PROHIBITION).inForce("o", CLAUSE, 1);
  }

  LedgerScript offered(String offer, ClauseCode clause, Clause.Kind kind, BodyId... bound) {
    Clause item =
        new Clause(
            clause,
            new BasketCode("b"),
            kind,
            Map.of(),
            null,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            List.of(),
            List.of(),
            Clause.Verifiability.A,
            List.of(bound),
            new Clause.EntryRule(Clause.EntryRule.Needs.ALL_PARTIES, List.of()),
            null);
    return accord(new TextOffered(new OfferId(offer), ALBA, true, List.of(item), null, filed()));
  }

  /** From today on. */
  LedgerScript inForce(String offer, ClauseCode clause, int version) {
    return inForce(offer, clause, version, today);
  }

  LedgerScript inForce(String offer, ClauseCode clause, int version, LocalDate from) {
    return accord(
        new ClauseEnteredIntoForce(new OfferId(offer), clause, version, from, true, filed()));
  }

  LedgerScript covered(LocalDate since) {
    return accord(new CoverageDeclared(CLAUSE, new BodyId("observers"), since, filed()));
  }

  LedgerScript on(LocalDate day) {
    today = day;
    return this;
  }

  LedgerScript accord(LedgerEvent event) {
    return record(ACCORD.value(), event);
  }

  /** An allegation against a party; the case it opens is the current one from here on. */
  LedgerScript alleged(BodyId respondent, Occurred occurred) {
    return alleged(respondent, CLAUSE, occurred, false);
  }

  LedgerScript alleged(
      BodyId respondent, ClauseCode clause, Occurred occurred, boolean illustrative) {
    cases++;
    Allegation allegation =
        new Allegation(
            ACCORD,
            clause,
            respondent,
            new BodyId("observers"),
            List.of(),
            occurred,
            null,
            List.of(),
            "What was done",
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            Marking.CLEAR,
            illustrative);
    return then(new AllegationSubmitted(current(), allegation, 0, 1, List.of(), filed()));
  }

  LedgerScript notified() {
    return then(new CaseAdmitted(Map.of(), filed()))
        .then(new RespondentNotified(today.plusDays(30), 1, filed()));
  }

  LedgerScript answered(ResponseKind kind) {
    return then(new ResponseFiled(kind, Map.of(), List.of(), null, filed()));
  }

  LedgerScript found(Outcome outcome, @Nullable Severity severity) {
    return then(new FindingAdopted(1, opinion(severity), outcome, 3, List.of(), Map.of(), filed()));
  }

  LedgerScript revised(Outcome outcome, @Nullable Severity severity) {
    return then(new FindingRevised(2, opinion(severity), outcome, 3, List.of(), Map.of(), filed()));
  }

  /** A case from allegation to finding, the incident in this month. */
  LedgerScript decided(LocalDate incident, Outcome outcome, @Nullable Severity severity) {
    return alleged(ALBA, Occurred.on(incident)).notified().found(outcome, severity);
  }

  /** The next event of the current case. */
  LedgerScript then(CaseEvent event) {
    return record(current().value(), event);
  }

  Filing filed() {
    return Filing.of(
        new Actor(new AccountId("somebody"), Role.SYSTEM, null),
        today.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  Cell alba() {
    return alba(Period.ALL);
  }

  Cell alba(Period incidents) {
    return cell(ALBA, incidents);
  }

  Cell cell(BodyId party, Period incidents) {
    return scorecard(incidents).only(ACCORD, party, CLAUSE).cells().getFirst();
  }

  Cell cell(BodyId party, Period incidents, int method) {
    return fold.scorecard(incidents, method).only(ACCORD, party, CLAUSE).cells().getFirst();
  }

  /** Of all incidents, by a method; null for the one in force. */
  Scorecard gradedBy(@Nullable Integer method) {
    return fold.scorecard(Period.ALL, method);
  }

  Scorecard scorecard(Period incidents) {
    return fold.scorecard(incidents, null);
  }

  private CaseId current() {
    return new CaseId("case-" + cases);
  }

  private LedgerScript record(String stream, LedgerEvent event) {
    Instant at = today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    long version = versions.merge(stream, 0L, (before, zero) -> before + 1);
    fold.apply(new Recorded<>(position++, at, stream, version, event));
    return this;
  }

  private static Opinion opinion(@Nullable Severity severity) {
    Answer answer = new Answer(Answer.Value.ESTABLISHED, Confidence.HIGH, List.of());
    return new Opinion(Map.of(), answer, answer, severity);
  }
}
