package org.accordledger.core.scorecard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two scorecards of the same period and method, of two positions.
 *
 * @param cells only those that changed, in the order of the later scorecard
 */
public record ScorecardDifference(List<Change> cells) {
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

  /** Compares cell by cell. */
  public static ScorecardDifference between(Scorecard before, Scorecard after) {
    Map<CellKey, Cell> earlier = new LinkedHashMap<>();
    before.cells().forEach(cell -> earlier.put(cell.key(), cell));
    List<Change> changes = new ArrayList<>();
    for (Cell cell : after.cells()) {
      changes.add(change(earlier.remove(cell.key()), cell, cell.key()));
    }
    earlier.forEach((key, cell) -> changes.add(change(cell, null, key)));
    return new ScorecardDifference(changes.stream().filter(Change::says).toList());
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
