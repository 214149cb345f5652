package org.accordledger.core.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accordledger.core.BodyId;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.Stage;

/**
 * Who filed against whom under an accord, and what came of it, one event of its cases at a time.
 * Nothing is netted: what one party filed and what was filed against it are different lines.
 * Mutable; for one thread.
 */
public final class Reciprocity {
  /**
   * What one body filed against one party.
   *
   * @param inadmissible cases that went no further
   * @param withdrawn by the complainant, or joined into another case
   * @param settled without a finding
   * @param upheld standing findings of a violation, remedied or not
   * @param notUpheld other standing findings
   * @param open the rest
   */
  public record Line(
      BodyId complainant,
      BodyId respondent,
      long filed,
      long inadmissible,
      long withdrawn,
      long settled,
      long upheld,
      long notUpheld,
      long open) {}

  private record Sides(BodyId complainant, BodyId respondent) {}

  private final Period incidents;
  private final Map<String, Sides> sides = new HashMap<>();
  private final Map<String, CaseFigures> cases = new HashMap<>();

  /**
   * Counts nothing yet.
   *
   * @param incidents months whose incidents count
   */
  public Reciprocity(Period incidents) {
    this.incidents = incidents;
  }

  /**
   * Takes the next event of a case into account.
   *
   * @throws IllegalStateException if it cannot follow what came before
   */
  public void apply(String caseId, CaseEvent event) {
    if (event instanceof AllegationSubmitted submitted) {
      sides.put(
          caseId,
          new Sides(submitted.allegation().complainant(), submitted.allegation().respondent()));
    }
    cases.put(caseId, CaseFigures.evolve(cases.get(caseId), event));
  }

  /** By complainant, then respondent; only pairs between which something was filed. */
  public List<Line> lines() {
    Comparator<Sides> order =
        Comparator.comparing(Sides::complainant).thenComparing(Sides::respondent);
    Map<Sides, List<CaseFigures>> grouped = new TreeMap<>(order);
    sides.forEach(
        (id, pair) -> {
          CaseFigures figures = cases.get(id);
          if (figures != null && incidents.contains(figures.month())) {
            grouped.computeIfAbsent(pair, _ -> new ArrayList<>()).add(figures);
          }
        });
    return grouped.entrySet().stream().map(one -> line(one.getKey(), one.getValue())).toList();
  }

  private static Line line(Sides pair, List<CaseFigures> filed) {
    long inadmissible = at(filed, Stage.INADMISSIBLE);
    long withdrawn = at(filed, Stage.WITHDRAWN) + at(filed, Stage.JOINED);
    long settled = at(filed, Stage.SETTLED);
    long decided = filed.stream().filter(one -> one.verdict() != null).count();
    long upheld = filed.stream().filter(Reciprocity::upheld).count();
    long open = filed.size() - inadmissible - withdrawn - settled - decided;
    return new Line(
        pair.complainant(),
        pair.respondent(),
        filed.size(),
        inadmissible,
        withdrawn,
        settled,
        upheld,
        decided - upheld,
        open);
  }

  private static long at(List<CaseFigures> filed, Stage stage) {
    return filed.stream().filter(one -> one.stage() == stage && one.verdict() == null).count();
  }

  private static boolean upheld(CaseFigures one) {
    CaseFigures.Verdict verdict = one.verdict();
    return verdict != null && verdict.outcome() == Outcome.VIOLATION;
  }
}
