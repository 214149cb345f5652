package org.accordledger.core.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * The counters of the scorecard by something else than its cells, one event of an accord's cases at
 * a time. Mutable; for one thread.
 */
public final class Tally {
  /** What cases are counted by. */
  public enum By {
    CLAUSE,
    BASKET,
    /** The older norms that the clause restates; a case counts under each of them. */
    NORM,
    /** The acts of the library that the allegation names; a case counts under each of them. */
    ACT,
    /** How serious the standing finding of a violation is. */
    SEVERITY,
    RESPONDENT,
    COMPLAINANT;

    /** The name as the API shows it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The cases that have one value.
   *
   * @param value null for cases that have none
   * @param counts every counter, zero or not
   * @param medianDaysToRespond from notification to the first response; null if there is none
   * @param medianDaysToDecide from submission to the first finding; null if there is none
   * @param cases those that are counted, in the order submitted
   */
  public record Line(
      @Nullable String value,
      Map<Counter, Long> counts,
      @Nullable Double medianDaysToRespond,
      @Nullable Double medianDaysToDecide,
      List<CaseId> cases) {}

  /** The texts of an accord's clauses. */
  @FunctionalInterface
  public interface Clauses {
    /**
     * The text of a clause.
     *
     * @param version the one a case is judged under; null if none ever held, for the newest text
     * @return empty if there is no such clause
     */
    Optional<Clause> text(ClauseCode clause, @Nullable Integer version);
  }

  private static final String NONE = "";

  private final By by;
  private final Period incidents;
  private final Clauses clauses;
  private final Map<String, AllegationSubmitted> allegations = new HashMap<>();
  private final Map<String, CaseFigures> cases = new HashMap<>();
  private final List<String> submitted = new ArrayList<>();

  /**
   * Counts nothing yet.
   *
   * @param incidents months whose incidents count
   * @param clauses the texts that name baskets and norms: a case keeps those of the version it is
   *     judged under, whatever is amended later
   */
  public Tally(By by, Period incidents, Clauses clauses) {
    this.by = by;
    this.incidents = incidents;
    this.clauses = clauses;
  }

  /**
   * Takes the next event of a case into account.
   *
   * @throws IllegalStateException if it cannot follow what came before
   */
  public void apply(String caseId, CaseEvent event) {
    if (event instanceof AllegationSubmitted first) {
      allegations.put(caseId, first);
      submitted.add(caseId);
    }
    cases.put(caseId, CaseFigures.evolve(cases.get(caseId), event));
  }

  /** By value; the cases that have none come first. */
  public List<Line> lines() {
    Map<String, Group> groups = new TreeMap<>();
    for (String id : submitted) {
      CaseFigures one = cases.get(id);
      AllegationSubmitted first = allegations.get(id);
      if (one != null && first != null && incidents.contains(one.month())) {
        for (String value : valuesOf(first, one)) {
          groups.computeIfAbsent(value, _ -> new Group()).add(one);
        }
      }
    }
    return groups.entrySet().stream().map(one -> one.getValue().line(one.getKey())).toList();
  }

  private List<String> valuesOf(AllegationSubmitted first, CaseFigures figures) {
    Allegation allegation = first.allegation();
    Optional<Clause> clause = clauses.text(allegation.clause(), first.clauseVersion());
    List<String> values =
        switch (by) {
          case CLAUSE -> List.of(allegation.clause().value());
          case BASKET -> clause.map(text -> List.of(text.basket().value())).orElse(List.of());
          case NORM -> clause.map(Clause::reiterates).orElse(List.of());
          case ACT -> allegation.acts();
          case SEVERITY -> severity(figures);
          case RESPONDENT -> List.of(allegation.respondent().value());
          case COMPLAINANT -> List.of(allegation.complainant().value());
        };
    return values.isEmpty() ? List.of(NONE) : values.stream().distinct().toList();
  }

  private static List<String> severity(CaseFigures figures) {
    CaseFigures.Verdict verdict = figures.verdict();
    return verdict == null || verdict.severity() == null
        ? List.of()
        : List.of(verdict.severity().name().toLowerCase(Locale.ROOT));
  }

  private static final class Group {
    private final Figures figures = new Figures();
    private final List<CaseId> ids = new ArrayList<>();

    void add(CaseFigures one) {
      figures.replace(Contribution.NONE, one.contribution());
      ids.add(one.caseId());
    }

    Line line(String value) {
      return new Line(
          value.equals(NONE) ? null : value,
          figures.counts(),
          figures.daysToRespond().median(),
          figures.daysToDecide().median(),
          List.copyOf(ids));
    }
  }
}
