package org.accordledger.core.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.ScoringMethod;
import org.jspecify.annotations.Nullable;

/**
 * How the parties stand: a pure function of the events up to a position, of the incident period and
 * of the method. Parties stand side by side; nothing nets one against another.
 *
 * @param position of the last event taken into account; -1 if there is none
 * @param recordedAt when that one was recorded, which is this scorecard's today; null if there is
 *     none
 * @param accords by id
 * @param cells by accord, clause in the order first offered, party in the order of the draft; one
 *     for every party that an offered clause binds or would bind, and for every other that has
 *     cases
 */
public record Scorecard(
    long position,
    @Nullable Instant recordedAt,
    Period incidents,
    List<AccordCard> accords,
    List<Cell> cells) {
  /**
   * Grades.
   *
   * @param recordedAt null only if there are no events
   * @param method null for the one each accord has in force
   * @param accords as they stood at the position
   * @param months as they stood at the position, in any order; those outside the period are left
   *     out here, and those without a date must not be left out before
   * @throws InvalidValue if there is no such method
   */
  public static Scorecard of(
      long position,
      @Nullable Instant recordedAt,
      Period incidents,
      @Nullable Integer method,
      Collection<AccordFigures> accords,
      Collection<CellMonth> months) {
    if (method != null) {
      named(method);
    }
    if (recordedAt == null) {
      return new Scorecard(position, null, incidents, List.of(), List.of());
    }
    Map<AccordId, Map<CellKey, List<CellMonth>>> byAccord = new TreeMap<>();
    for (CellMonth row : months) {
      byAccord
          .computeIfAbsent(row.cell().accord(), _ -> new TreeMap<>())
          .computeIfAbsent(row.cell(), _ -> new ArrayList<>())
          .add(row);
    }
    LocalDate today = LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    List<AccordCard> cards = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (AccordFigures accord :
        accords.stream().sorted(Comparator.comparing(AccordFigures::accord)).toList()) {
      int graded = method == null ? accord.method() : method;
      cards.add(card(accord, graded));
      Map<CellKey, List<CellMonth>> rows = new LinkedHashMap<>();
      accord.cells().forEach(key -> rows.put(key, List.of()));
      rows.putAll(byAccord.getOrDefault(accord.accord(), Map.of()));
      Grading grading = new Grading(named(graded));
      rows.forEach((key, row) -> cells.add(cell(key, row, accord, grading, incidents, today)));
    }
    return new Scorecard(position, recordedAt, incidents, List.copyOf(cards), List.copyOf(cells));
  }

  private static ScoringMethod named(int method) {
    return ScoringMethod.of(method)
        .orElseThrow(() -> new InvalidValue("method", "must be one of " + ScoringMethod.numbers()));
  }

  private static AccordCard card(AccordFigures accord, int method) {
    return new AccordCard(
        accord.accord(),
        accord.title(),
        accord.hypothetical(),
        accord.parties(),
        method,
        accord.method());
  }

  private static Cell cell(
      CellKey key,
      List<CellMonth> rows,
      AccordFigures accord,
      Grading grading,
      Period incidents,
      LocalDate today) {
    List<CellMonth> counted = rows.stream().filter(row -> incidents.contains(row.month())).toList();
    Figures sum = new Figures();
    counted.forEach(row -> sum.add(row.figures()));
    long undatedLeftOut =
        !incidents.bounded()
            ? 0
            : rows.stream()
                .filter(row -> row.month() == null)
                .mapToLong(row -> row.figures().count(Counter.ALLEGED))
                .sum();
    LocalDate last = incidents.lastDay(today);
    LocalDate since = accord.firstBound(key.party(), key.clause(), incidents.firstDay(), last);
    List<BodyId> coveredBy = accord.coveredBy(key.clause(), last);
    long violations = sum.count(Counter.FINDING_VIOLATION);
    long determinable = violations + sum.count(Counter.FINDING_NO_VIOLATION);
    return new Cell(
        key,
        grading.grade(since != null, !coveredBy.isEmpty(), counted, sum),
        since,
        coveredBy,
        sum.counts(),
        determinable == 0 ? null : Share.of(violations, determinable),
        sum.daysToRespond().median(),
        sum.daysToDecide().median(),
        undatedLeftOut);
  }

  /** This scorecard with the cards and cells of some accords taken from another of its position. */
  public Scorecard with(Scorecard regraded) {
    Set<AccordId> replaced =
        regraded.accords().stream().map(AccordCard::accord).collect(Collectors.toSet());
    return new Scorecard(
        position,
        recordedAt,
        incidents,
        Stream.concat(
                accords.stream().filter(card -> !replaced.contains(card.accord())),
                regraded.accords().stream())
            .sorted(Comparator.comparing(AccordCard::accord))
            .toList(),
        Stream.concat(
                cells.stream().filter(cell -> !replaced.contains(cell.key().accord())),
                regraded.cells().stream())
            .toList());
  }

  /**
   * The part of this scorecard that is asked for; null means all.
   *
   * @param accord keeps the cards and cells of this accord
   * @param party keeps the cells of this party
   * @param clause keeps the cells of this clause
   */
  public Scorecard only(
      @Nullable AccordId accord, @Nullable BodyId party, @Nullable ClauseCode clause) {
    return new Scorecard(
        position,
        recordedAt,
        incidents,
        accords.stream().filter(card -> accord == null || card.accord().equals(accord)).toList(),
        cells.stream()
            .filter(cell -> accord == null || cell.key().accord().equals(accord))
            .filter(cell -> party == null || cell.key().party().equals(party))
            .filter(cell -> clause == null || cell.key().clause().equals(clause))
            .toList());
  }
}
