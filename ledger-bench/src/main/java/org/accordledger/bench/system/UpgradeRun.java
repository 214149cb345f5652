package org.accordledger.bench.system;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Replaces two nodes of a former version by nodes of this one, one after the other, while commands
 * and reads go on, and checks afterwards that every promise was kept.
 */
public final class UpgradeRun {
  private static final Duration BESIDE = Duration.ofSeconds(20);
  private static final Duration WELL = Duration.ofMinutes(3);

  private final Path directory;
  private final Path former;
  private final PrintStream out;

  /**
   * A run that has not begun.
   *
   * @param directory new or empty; what the parts wrote is in {@code logs} in it afterwards
   * @param former the application of the former version, as one jar that can be run
   * @param out where the run reports
   */
  public UpgradeRun(Path directory, Path former, PrintStream out) {
    this.directory = directory;
    this.former = former;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @throws Violation with the first promise that does not hold
   */
  public void run() {
    try (Site site = Site.startFormer(directory, former);
        Load load = new Load(site.nodes(), account -> FaultRun.token(site, account))) {
      load.start();
      try (Readers readers = new Readers(site.nodes(), site.health())) {
        load.goOn(BESIDE);
        for (String node : List.of("api-1", "api-2")) {
          long began = System.nanoTime();
          site.upgrade(node);
          site.awaitWell(WELL);
          out.printf(
              Locale.ROOT,
              "  %s is of this version and well after %.1f s%n",
              node,
              (System.nanoTime() - began) / 1e9);
          load.goOn(BESIDE);
        }
        out.printf("reads: %d, each answered by a node that was ready%n", readers.end());
      }
      site.startProjections(1);
      site.awaitWell(WELL);
      List<Acknowledged> acknowledged = load.end();
      out.printf("answers that acknowledged nothing: %s%n", load.refusals());
      out.printf(
          Locale.ROOT,
          "longest time without an acknowledged command: %.2f s%n",
          longestGap(acknowledged).toMillis() / 1e3);
      new Checker(site, new Random(acknowledged.size()), out).require(acknowledged);
    }
  }

  private static Duration longestGap(List<Acknowledged> acknowledged) {
    List<Long> answered =
        acknowledged.stream()
            .map(Acknowledged::answered)
            .sorted(Comparator.naturalOrder())
            .toList();
    long longest = 0;
    for (int i = 1; i < answered.size(); i++) {
      longest = Math.max(longest, answered.get(i) - answered.get(i - 1));
    }
    return Duration.ofNanos(longest);
  }
}
