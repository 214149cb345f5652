package org.accordledger.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the measurements say about the targets of performance.md. The ledger is judged by its best
 * number in flight at which the projections kept up, the reference by its best number whether they
 * did or not. A rate that the projections did not keep up with meets no target.
 */
record CommandsVerdict(Measured ours, Measured reference) {
  private static final double TARGET_RATIO = 8.0;
  private static final double TARGET_RATE = 3000;

  /**
   * Chooses what each contender is judged by.
   *
   * @param ours at least one
   * @param reference at least one
   */
  static CommandsVerdict of(List<Measured> ours, List<Measured> reference) {
    List<Measured> keptUp = ours.stream().filter(Measured::projectionsKeptUp).toList();
    return new CommandsVerdict(best(keptUp.isEmpty() ? ours : keptUp), best(reference));
  }

  private static Measured best(List<Measured> measured) {
    return measured.stream().max(Comparator.comparingDouble(Measured::rate)).orElseThrow();
  }

  /** The closing lines of the benchmark. */
  List<String> lines() {
    double ratio = ours.rate() / reference.rate();
    return List.of(
        String.format(
            Locale.ROOT,
            "commands-lag: ours=%d ms, %.1f s behind target=%d ms, %.1f s behind %s",
            ours.longestLevel().toMillis(),
            ours.mostSecondsBehind(),
            Round.LEVEL_WITHIN.toMillis(),
            Round.SECONDS_BEHIND,
            verdict(true)),
        String.format(
            Locale.ROOT,
            "commands-absolute: ours=%.0f/s target=%.0f/s %s",
            ours.rate(),
            TARGET_RATE,
            verdict(ours.rate() >= TARGET_RATE)),
        String.format(
            Locale.ROOT,
            "commands: ours=%.0f/s reference=%.0f/s ratio=%.1f target=%.0fx %s",
            ours.rate(),
            reference.rate(),
            ratio,
            TARGET_RATIO,
            verdict(ratio >= TARGET_RATIO)));
  }

  private String verdict(boolean fastEnough) {
    if (!ours.projectionsKeptUp()) {
      return "missed: the projections fell behind";
    }
    return fastEnough ? "met" : "missed";
  }
}
