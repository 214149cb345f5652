package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.Observance.Coverage;

/** What each event changes in the state of an accord that was agreed. */
final class ObservanceFold {
  private ObservanceFold() {}

  static Observance after(Observance before, ObservanceEvent event) {
    return switch (event) {
      case ObservanceEvent.ReservationEntered e ->
          said(before, e.number(), Statement.Kind.RESERVATION, e.party(), e.clause(), e.text(), e);
      case ObservanceEvent.UnderstandingDeclared e ->
          said(
              before, e.number(), Statement.Kind.UNDERSTANDING, e.party(), e.clause(), e.text(), e);
      case ObservanceEvent.PerformanceSuspended _,
          ObservanceEvent.PerformanceResumed _,
          ObservanceEvent.PartyWithdrew _,
          ObservanceEvent.AccordTerminated _ ->
          released(before, Release.after(before.releases(), event), before.ends());
      case ObservanceEvent.TerminationDeclared e ->
          released(before, before.releases(), Copies.with(before.ends(), e.party(), e.effective()));
      case ObservanceEvent.CoverageWithdrawn e -> before.with(ended(before.coverage(), e));
      case ObservanceEvent.StandingWithdrawn e ->
          before.with(Copies.with(before.standingEnds(), e.body(), e.from()), before.retired());
      case ObservanceEvent.PanelistRetired e -> retired(before, e.member(), e.from());
      case ObservanceEvent.StandingRulesAdopted e -> ruled(before, e.rules());
      case ObservanceEvent.CooperationWithdrawn e ->
          cooperating(before, Copies.with(before.cooperationEnds(), e.clause(), e.from()));
      case ObservanceEvent.TermAgreed e -> read(before, before.glossary().after(e));
      case ObservanceEvent.TermDisputed e -> read(before, before.glossary().after(e));
      case ObservanceEvent.InterpretationRecorded e -> read(before, before.glossary().after(e));
    };
  }

  private static List<Coverage> ended(
      List<Coverage> coverage, ObservanceEvent.CoverageWithdrawn event) {
    return coverage.stream()
        .map(
            one ->
                one.isOpen(event.clause(), event.body())
                    ? new Coverage(one.clause(), one.body(), one.since(), event.from().minusDays(1))
                    : one)
        .toList();
  }

  private static Observance retired(Observance before, AccountId member, LocalDate from) {
    return before.with(before.standingEnds(), Copies.with(before.retired(), member, from));
  }

  private static Observance said(
      Observance o,
      int number,
      Statement.Kind kind,
      BodyId party,
      ClauseCode clause,
      Map<LanguageTag, String> text,
      ObservanceEvent event) {
    Filing filed = event.filed();
    Statement statement = new Statement(number, kind, party, clause, text, filed.day());
    return new Observance(
        Copies.with(o.statements(), statement),
        o.releases(),
        o.ends(),
        o.coverage(),
        o.standingEnds(),
        o.retired(),
        o.standingRules(),
        o.cooperationEnds(),
        o.conditions(),
        o.glossary());
  }

  private static Observance released(
      Observance o, List<Release> releases, Map<BodyId, LocalDate> ends) {
    return new Observance(
        o.statements(),
        releases,
        ends,
        o.coverage(),
        o.standingEnds(),
        o.retired(),
        o.standingRules(),
        o.cooperationEnds(),
        o.conditions(),
        o.glossary());
  }

  private static Observance ruled(Observance o, StandingRules rules) {
    return new Observance(
        o.statements(),
        o.releases(),
        o.ends(),
        o.coverage(),
        o.standingEnds(),
        o.retired(),
        rules,
        o.cooperationEnds(),
        o.conditions(),
        o.glossary());
  }

  private static Observance cooperating(Observance o, Map<ClauseCode, LocalDate> ends) {
    return new Observance(
        o.statements(),
        o.releases(),
        o.ends(),
        o.coverage(),
        o.standingEnds(),
        o.retired(),
        o.standingRules(),
        ends,
        o.conditions(),
        o.glossary());
  }

  private static Observance read(Observance o, Glossary glossary) {
    return new Observance(
        o.statements(),
        o.releases(),
        o.ends(),
        o.coverage(),
        o.standingEnds(),
        o.retired(),
        o.standingRules(),
        o.cooperationEnds(),
        o.conditions(),
        glossary);
  }
}
