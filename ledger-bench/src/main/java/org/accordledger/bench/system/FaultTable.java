package org.accordledger.bench.system;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The faults that were survived, by kind. */
final class FaultTable {
  /**
   * One fault that was survived.
   *
   * @param lasted from its begin to its end
   * @param next from its begin until the first command was acknowledged that was sent after it;
   *     null where none was sent any more
   * @param well from its end until every part was well again
   */
  private record Survived(Duration lasted, @Nullable Duration next, Duration well) {}

  private final Map<String, List<Survived>> survived = new TreeMap<>();

  FaultTable() {}

  void add(String fault, Duration lasted, @Nullable Duration next, Duration well) {
    survived.computeIfAbsent(fault, _ -> new ArrayList<>()).add(new Survived(lasted, next, well));
  }

  /** Prints a line a kind: how often, and the longest of each time. */
  void print(PrintStream out) {
    out.printf(
        "%-36s %5s %14s %12s %14s%n", "fault", "times", "lasted", "next command", "well again");
    survived.forEach(
        (fault, times) ->
            out.printf(
                Locale.ROOT,
                "%-36s %5d %12.1f s %12s %12.1f s%n",
                fault,
                times.size(),
                longest(times.stream().map(Survived::lasted).toList()),
                next(times),
                longest(times.stream().map(Survived::well).toList())));
  }

  private static String next(List<Survived> times) {
    List<Duration> known = new ArrayList<>();
    for (Survived one : times) {
      if (one.next() != null) {
        known.add(one.next());
      }
    }
    return known.isEmpty() ? "none" : String.format(Locale.ROOT, "%.2f s", longest(known));
  }

  private static double longest(List<Duration> durations) {
    return durations.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1e3;
  }
}
