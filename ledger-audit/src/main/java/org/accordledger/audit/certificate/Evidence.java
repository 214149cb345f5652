package org.accordledger.audit.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.ObservanceEvent;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.scorecard.CaseFigures;
import org.accordledger.core.scorecard.CellKey;
import org.jspecify.annotations.Nullable;

/**
 * Follows the events of a replay and keeps, for every figure of the cells that are asked for, the
 * positions of the events behind it. Mutable; for one thread.
 */
final class Evidence implements Consumer<Recorded<LedgerEvent>> {
  /** What clauses owe to the accord's own events. */
  private record Terms(AccordId accord, ClauseCode clause) {}

  private final Filters filters;
  private final Map<String, CaseTrail> cases = new HashMap<>();
  private final Map<Terms, List<Long>> inForce = new HashMap<>();
  private final Map<Terms, List<Long>> coverage = new HashMap<>();

  Evidence(Filters filters) {
    this.filters = filters;
  }

  @Override
  public void accept(Recorded<LedgerEvent> recorded) {
    switch (recorded.event()) {
      case CaseEvent event -> follow(recorded.streamId(), event, recorded.position());
      case AccordEvent.ClauseEnteredIntoForce event ->
          note(inForce, recorded.streamId(), event.clause(), recorded.position());
      case AccordEvent.CoverageDeclared event ->
          note(coverage, recorded.streamId(), event.clause(), recorded.position());
      case ObservanceEvent.CoverageWithdrawn event ->
          note(coverage, recorded.streamId(), event.clause(), recorded.position());
      default -> {
        // no figure of a cell rests on it
      }
    }
  }

  private static void note(
      Map<Terms, List<Long>> terms, String stream, ClauseCode clause, long position) {
    terms
        .computeIfAbsent(new Terms(new AccordId(stream), clause), _ -> new ArrayList<>())
        .add(position);
  }

  private void follow(String stream, CaseEvent event, long position) {
    if (event instanceof CaseEvent.AllegationSubmitted) {
      CaseFigures first = CaseFigures.evolve(null, event);
      if (filters.keeps(first.cell()) && filters.keeps(first.month())) {
        cases.put(stream, new CaseTrail(first, position));
      }
    } else if (cases.containsKey(stream)) {
      cases.get(stream).apply(event, position);
    }
  }

  /**
   * The positions behind every figure.
   *
   * @return by cell and by the name of the figure, ascending; a figure of zero has no entry
   */
  Map<CellKey, SortedMap<String, List<Long>>> byCell(List<CellKey> cells) {
    Map<CellKey, SortedMap<String, SortedSet<Long>>> found = new HashMap<>();
    cells.forEach(
        key -> {
          SortedMap<String, SortedSet<Long>> figures = new TreeMap<>();
          Terms terms = new Terms(key.accord(), key.clause());
          add(figures, "in_force_since", inForce.get(terms));
          add(figures, "covered_by", coverage.get(terms));
          found.put(key, figures);
        });
    for (CaseTrail trail : cases.values()) {
      SortedMap<String, SortedSet<Long>> figures =
          found.computeIfAbsent(trail.figures().cell(), _ -> new TreeMap<>());
      trail.forEach(
          (figure, position) ->
              figures.computeIfAbsent(figure, _ -> new TreeSet<>()).add(position));
    }
    Map<CellKey, SortedMap<String, List<Long>>> lists = new HashMap<>();
    found.forEach(
        (key, figures) -> {
          SortedMap<String, List<Long>> byFigure = new TreeMap<>();
          figures.forEach((figure, positions) -> byFigure.put(figure, List.copyOf(positions)));
          lists.put(key, byFigure);
        });
    return lists;
  }

  private static void add(
      SortedMap<String, SortedSet<Long>> figures, String figure, @Nullable List<Long> positions) {
    if (positions != null) {
      figures.put(figure, new TreeSet<>(positions));
    }
  }
}
