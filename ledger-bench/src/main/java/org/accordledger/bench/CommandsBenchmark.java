package org.accordledger.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * Durable commands per second through the command bus (new case, admission, response), with the
 * projections running beside, for the ledger's store and for Axon's JDBC engine on the same server
 * (performance.md, first row).
 *
 * <p>Both contenders are open throughout, one of them idle. First both are warmed up, at every
 * number in flight that was asked for, until a round is not clearly faster than the best one before
 * it; so neither pays for compiling what both use. Then they are measured by turns, number by
 * number. A number at which a contender refuses commands is out of its running, and said so.
 */
final class CommandsBenchmark {
  private final BenchDatabase server;
  private final int rounds;
  private final List<Integer> inFlight;

  /**
   * A benchmark on a server.
   *
   * @param rounds measured for each number in flight
   * @param inFlight numbers of cases under way at once
   */
  CommandsBenchmark(BenchDatabase server, int rounds, List<Integer> inFlight) {
    this.server = server;
    this.rounds = rounds;
    this.inFlight = inFlight;
  }

  /** Runs both contenders, prints as it goes, and returns the closing lines. */
  List<String> run() throws InterruptedException, SQLException {
    try (Contender ledger = new LedgerContender(server.create("bench_ledger"));
        Contender axon = new AxonJdbcContender(server.create("bench_axon"))) {
      Running ours = new Running(new Rounds(ledger));
      Running reference = new Running(new Rounds(axon));
      for (int number : inFlight) {
        ours.warmUp(number);
        reference.warmUp(number);
      }
      for (int number : inFlight) {
        ours.measure(number);
        reference.measure(number);
      }
      return CommandsVerdict.of(ours.measured(), reference.measured()).lines();
    }
  }

  /** One contender, and the numbers in flight at which it is still in the running. */
  private final class Running {
    private final Rounds contender;
    private final Set<Integer> refused = new HashSet<>();
    private final List<Measured> measured = new ArrayList<>();

    Running(Rounds contender) {
      this.contender = contender;
    }

    void warmUp(int number) throws InterruptedException {
      unlessRefused(
          number,
          () -> {
            contender.warmUp(number);
            System.out.printf(Locale.ROOT, "%s, %d in flight: warm%n", contender.label(), number);
          });
    }

    void measure(int number) throws InterruptedException {
      unlessRefused(
          number,
          () -> {
            List<Round> played = new ArrayList<>();
            for (int i = 1; i <= rounds; i++) {
              Round round = contender.play(number);
              played.add(round);
              System.out.printf(
                  Locale.ROOT,
                  "  %s, %d in flight, round %d: %.0f commands/s; projections %d events (%.1f s)"
                      + " behind at the end, level after %d ms%n",
                  contender.label(),
                  number,
                  i,
                  round.rate(),
                  round.behind(),
                  round.secondsBehind(),
                  round.level().toMillis());
            }
            Measured all = new Measured(number, played);
            measured.add(all);
            System.out.printf(
                Locale.ROOT,
                "%s, %d in flight: median %.0f commands/s, projections %s%n",
                contender.label(),
                number,
                all.rate(),
                all.projectionsKeptUp() ? "kept up" : "fell behind");
          });
    }

    private void unlessRefused(int number, Step step) throws InterruptedException {
      if (refused.contains(number)) {
        return;
      }
      try {
        step.take();
      } catch (CompletionException e) {
        refused.add(number);
        System.out.printf(
            Locale.ROOT,
            "%s, %d in flight: refuses commands: %s%n",
            contender.label(),
            number,
            innermost(e));
        contender.level();
      }
    }

    List<Measured> measured() {
      if (measured.isEmpty()) {
        throw new IllegalStateException(
            contender.label() + " refused commands at every number in flight: free this machine");
      }
      return measured;
    }
  }

  private interface Step {
    void take() throws InterruptedException;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
