package org.accordledger.core.scorecard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accordledger.core.accord.AccordId;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two scorecards of the same period, of two positions. Each accord is to be
 * graded by one method in both, so that a change of method is not taken for one of conduct.
 *
 * @param methods adopted in between; the grades before are those of the later method
 * @param cells only those that changed, in the order of the later scorecard
 */
public record ScorecardDifference(List<MethodChange> methods, List<Change> cells) {
  /**
   * An accord that went over to another scoring method.
   *
   * @param before the one it had in force
   * @param after the one it has
   */
  public record MethodChange(AccordId accord, int before, int after) {}

  /**
   * One cell.
   *
   * @param gradeBefore null if there was no such cell
   * @param gradeAfter null if there is none any more, which only happens where the later scorecard
   *     is of an earlier position
   * @param counts by how much each counter changed; only those that did
   */
  public record Change(
      CellKey key,
      @Nullable Grade gradeBefore,
      @Nullable Grade gradeAfter,
      Map<Counter, Long> counts) {
    boolean says() {
      return !counts.isEmpty() || !Objects.equals(gradeBefore, gradeAfter);
    }
  }

  /** Compares accord by accord and cell by cell. */
  public static ScorecardDifference between(Scorecard before, Scorecard after) {
    return new ScorecardDifference(methods(before, after), cells(before, after));
  }

  private static List<MethodChange> methods(Scorecard before, Scorecard after) {
    List<MethodChange> changes = new ArrayList<>();
    for (AccordCard card : after.accords()) {
      before.accords().stream()
          .filter(earlier -> earlier.accord().equals(card.accord()))
          .filter(earlier -> earlier.methodInForce() != card.methodInForce())
          .map(
              earlier ->
                  new MethodChange(card.accord(), earlier.methodInForce(), card.methodInForce()))
          .forEach(changes::add);
    }
    return List.copyOf(changes);
  }

  private static List<Change> cells(Scorecard before, Scorecard after) {
    Map<CellKey, Cell> earlier = new LinkedHashMap<>();
    before.cells().forEach(cell -> earlier.put(cell.key(), cell));
    List<Change> changes = new ArrayList<>();
    for (Cell cell : after.cells()) {
      changes.add(change(earlier.remove(cell.key()), cell, cell.key()));
    }
    earlier.forEach((key, cell) -> changes.add(change(cell, null, key)));
    return changes.stream().filter(Change::says).toList();
  }

  private static Change change(@Nullable Cell before, @Nullable Cell after, CellKey key) {
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      long change = count(after, counter) - count(before, counter);
      if (change != 0) {
        counts.put(counter, change);
      }
    }
    return new Change(
        key, before == null ? null : before.grade(), after == null ? null : after.grade(), counts);
  }

  private static long count(@Nullable Cell cell, Counter counter) {
    return cell == null ? 0 : cell.count(counter);
  }
}
