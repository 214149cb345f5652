package org.accordledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.accordledger.core.LedgerCommand;

/** Plays rounds on one contender, each with new cases; after each the projections are level. */
final class Rounds {
  private static final Duration LENGTH = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int WARM_UP_LEAST = 6;
  private static final int WARM_UP_MOST = 12;
  private static final double STILL_WARMING = 1.05;

  private final Contender contender;
  private int played;
  private long stored;

  Rounds(Contender contender) throws InterruptedException {
    this.contender = contender;
    level();
  }

  String label() {
    return contender.label();
  }

  /** Goes on until a round is not clearly faster than the best one before it. */
  void warmUp(int inFlight) throws InterruptedException {
    double best = 0;
    for (int i = 0; i < WARM_UP_MOST; i++) {
      double rate = play(inFlight).rate();
      if (i + 1 >= WARM_UP_LEAST && rate < best * STILL_WARMING) {
        return;
      }
      best = Math.max(best, rate);
    }
  }

  /** Waits until the projections have applied everything, as they have before every round. */
  Lag level() throws InterruptedException {
    Lag lag = contender.catchUp(PATIENCE);
    stored = lag.stored();
    return lag;
  }

  /**
   * Sends the commands of as many cases at once for the length of a round, and waits until the last
   * is acknowledged and the projections are level.
   *
   * @throws java.util.concurrent.CompletionException if a command was refused
   */
  Round play(int inFlight) throws InterruptedException {
    String run = "r" + played++;
    long before = stored;
    Semaphore places = new Semaphore(inFlight);
    List<CompletableFuture<Void>> cases = new ArrayList<>();
    long started = System.nanoTime();
    long end = started + LENGTH.toNanos();
    for (int number = 0; System.nanoTime() < end; number++) {
      places.acquire();
      CompletableFuture<Void> done = play(Workload.caseOf(run, number));
      cases.add(done.whenComplete((ok, failed) -> places.release()));
    }
    CompletableFuture.allOf(cases.toArray(CompletableFuture[]::new)).join();
    double seconds = (System.nanoTime() - started) / 1e9;
    Lag lag = level();
    return new Round(
        cases.size() * (double) Workload.COMMANDS_PER_CASE / seconds,
        (lag.stored() - before) / seconds,
        lag.behind(),
        lag.level());
  }

  private CompletableFuture<Void> play(List<LedgerCommand> commands) {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (LedgerCommand command : commands) {
      done = done.thenCompose(before -> contender.commands().send(command));
    }
    return done;
  }
}
