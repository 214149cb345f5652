package org.accordledger.core.accord;

import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.Observance.Coverage;

/** What each event changes in the state of an accord that was agreed. */
final class ObservanceFold {
  private ObservanceFold() {}

  static Observance after(Observance before, ObservanceEvent event) {
    ObservanceEdit edit = new ObservanceEdit(before);
    ObservanceEdit edited =
        switch (event) {
          case ObservanceEvent.ReservationEntered e ->
              edit.statements(
                  said(
                      before,
                      e.number(),
                      Statement.Kind.RESERVATION,
                      e.party(),
                      e.clause(),
                      e.text(),
                      e));
          case ObservanceEvent.UnderstandingDeclared e ->
              edit.statements(
                  said(
                      before,
                      e.number(),
                      Statement.Kind.UNDERSTANDING,
                      e.party(),
                      e.clause(),
                      e.text(),
                      e));
          case ObservanceEvent.PerformanceSuspended _,
              ObservanceEvent.PerformanceResumed _,
              ObservanceEvent.PartyWithdrew _,
              ObservanceEvent.AccordTerminated _ ->
              edit.releases(Release.after(before.releases(), event));
          case ObservanceEvent.TerminationDeclared e ->
              edit.ends(Copies.with(before.ends(), e.party(), e.effective()));
          case ObservanceEvent.CoverageWithdrawn e -> edit.coverage(ended(before.coverage(), e));
          case ObservanceEvent.StandingWithdrawn e ->
              edit.standingEnds(Copies.with(before.standingEnds(), e.body(), e.from()));
          case ObservanceEvent.PanelistRetired e ->
              edit.retired(Copies.with(before.retired(), e.member(), e.from()));
          case ObservanceEvent.StandingRulesAdopted e -> edit.standingRules(e.rules());
          case ObservanceEvent.CooperationWithdrawn e ->
              edit.cooperationEnds(Copies.with(before.cooperationEnds(), e.clause(), e.from()));
          case ObservanceEvent.TermAgreed e -> edit.glossary(before.glossary().after(e));
          case ObservanceEvent.TermDisputed e -> edit.glossary(before.glossary().after(e));
          case ObservanceEvent.InterpretationRecorded e ->
              edit.glossary(before.glossary().after(e));
        };
    return edited.done();
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

  private static List<Statement> said(
      Observance before,
      int number,
      Statement.Kind kind,
      BodyId party,
      ClauseCode clause,
      Map<LanguageTag, String> text,
      ObservanceEvent event) {
    return Copies.with(
        before.statements(), new Statement(number, kind, party, clause, text, event.filed().day()));
  }
}
