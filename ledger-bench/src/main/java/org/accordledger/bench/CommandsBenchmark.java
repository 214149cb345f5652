package org.accordledger.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.accordledger.core.LedgerCommand;

/**
 * Durable commands per second through the command bus (new case, admission, response), with the
 * projections running beside, for the ledger's store and for Axon's JDBC engine on the same server
 * (performance.md, first row).
 */
final class CommandsBenchmark {
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int WARM_UP_LEAST = 6;
  private static final int WARM_UP_MOST = 12;
  private static final double STILL_WARMING = 1.05;
  private static final double TARGET_RATIO = 8.0;
  private static final double TARGET_RATE = 3000;

  private final BenchDatabase server;
  private final int rounds;
  private final List<Integer> inFlight;

  /**
   * A benchmark on a server.
   *
   * @param rounds measured for each number in flight
   * @param inFlight numbers of cases under way at once; each contender is judged by its best
   */
  CommandsBenchmark(BenchDatabase server, int rounds, List<Integer> inFlight) {
    this.server = server;
    this.rounds = rounds;
    this.inFlight = inFlight;
  }

  /** Runs both contenders, prints as it goes, and returns the closing lines. */
  List<String> run() throws InterruptedException, SQLException {
    Best ours;
    try (Contender contender = new LedgerContender(server.create("bench_ledger"))) {
      ours = best(contender);
    }
    Best reference;
    try (Contender contender = new AxonJdbcContender(server.create("bench_axon"))) {
      reference = best(contender);
    }
    double ratio = ours.rate() / reference.rate();
    return List.of(
        "commands-absolute: ours=%.0f/s target=%.0f/s %s"
            .formatted(ours.rate(), TARGET_RATE, verdict(ours.rate() >= TARGET_RATE)),
        "commands: ours=%.0f/s reference=%.0f/s ratio=%.1f target=%.0fx %s"
            .formatted(
                ours.rate(),
                reference.rate(),
                ratio,
                TARGET_RATIO,
                verdict(ratio >= TARGET_RATIO)));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "missed";
  }

  private record Best(int inFlight, double rate) {}

  /**
   * The best number in flight, judged by the median of its rounds once it is warm. A number under
   * which the contender refuses commands is out of the running, and said so.
   */
  private Best best(Contender contender) throws InterruptedException {
    Best best = new Best(0, 0);
    for (int number : inFlight) {
      try {
        double median = median(contender, number);
        if (median > best.rate()) {
          best = new Best(number, median);
        }
      } catch (CompletionException refused) {
        System.out.printf(
            Locale.ROOT,
            "%s, %d in flight: refuses commands: %s%n",
            contender.label(),
            number,
            innermost(refused).getMessage());
        contender.catchUp(PATIENCE);
      }
    }
    if (best.inFlight() == 0) {
      throw new IllegalStateException(
          contender.label() + " refused commands at every number in flight: free this machine");
    }
    return best;
  }

  private double median(Contender contender, int inFlight) throws InterruptedException {
    warmUp(contender, inFlight);
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      double rate = round(contender, "r" + inFlight + "-" + i, inFlight);
      long started = System.nanoTime();
      long behind = contender.catchUp(PATIENCE);
      rates.add(rate);
      System.out.printf(
          Locale.ROOT,
          "  %s, %d in flight, round %d: %.0f commands/s; projections %d events behind at the"
              + " end, level after %d ms%n",
          contender.label(),
          inFlight,
          i + 1,
          rate,
          behind,
          Duration.ofNanos(System.nanoTime() - started).toMillis());
    }
    double median = rates.stream().sorted().toList().get(rates.size() / 2);
    System.out.printf(
        Locale.ROOT,
        "%s, %d in flight: median %.0f commands/s%n",
        contender.label(),
        inFlight,
        median);
    return median;
  }

  /** Goes on until a round is not clearly faster than the best one before it. */
  private static void warmUp(Contender contender, int inFlight) throws InterruptedException {
    double best = 0;
    for (int i = 0; i < WARM_UP_MOST; i++) {
      double rate = round(contender, "w" + inFlight + "-" + i, inFlight);
      contender.catchUp(PATIENCE);
      if (i + 1 >= WARM_UP_LEAST && rate < best * STILL_WARMING) {
        return;
      }
      best = Math.max(best, rate);
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Commands acknowledged as durable per second while the given number of cases is under way. */
  private static double round(Contender contender, String run, int inFlight)
      throws InterruptedException {
    Semaphore places = new Semaphore(inFlight);
    List<CompletableFuture<Void>> cases = new ArrayList<>();
    long started = System.nanoTime();
    long end = started + ROUND.toNanos();
    for (int number = 0; System.nanoTime() < end; number++) {
      places.acquire();
      CompletableFuture<Void> done = play(contender, Workload.caseOf(run, number));
      cases.add(done.whenComplete((ok, failed) -> places.release()));
    }
    CompletableFuture.allOf(cases.toArray(CompletableFuture[]::new)).join();
    double seconds = (System.nanoTime() - started) / 1e9;
    return cases.size() * (double) Workload.COMMANDS_PER_CASE / seconds;
  }

  private static CompletableFuture<Void> play(Contender contender, List<LedgerCommand> commands) {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (LedgerCommand command : commands) {
      done = done.thenCompose(before -> contender.commands().send(command));
    }
    return done;
  }
}
