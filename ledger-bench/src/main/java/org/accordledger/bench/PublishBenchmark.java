package org.accordledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.accordledger.core.LedgerCommand;
import org.accordledger.log.proof.Receipt;
import org.accordledger.store.publish.LogDirectory;
import org.accordledger.store.publish.LogPublisher;
import org.accordledger.store.publish.LogPublisherConfig;
import org.accordledger.store.publish.SigningKeys;

/**
 * From durable to receipt (performance.md): commands arrive at a steady rate, with the projections
 * running beside, and for every command the time from its acknowledgement to the receipt in hand is
 * taken. Arrivals do not wait for answers, so a slow moment is not hidden by fewer arrivals.
 */
final class PublishBenchmark {
  private static final int RATE = 500;
  private static final Duration TARGET = Duration.ofMillis(250);

  /** On two cores the compiler is busy for the better part of a minute, at the publisher's cost. */
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BenchDatabase server;
  private final int rounds;

  PublishBenchmark(BenchDatabase server, int rounds) {
    this.server = server;
    this.rounds = rounds;
  }

  /** Runs, prints as it goes, and returns the closing line. */
  List<String> run() throws InterruptedException, SQLException, IOException {
    Path files = Files.createTempDirectory("ledger-bench-log-");
    try (LedgerContender ledger = new LedgerContender(server.create("bench_publish"))) {
      LogDirectory directory = LogDirectory.open(files.resolve("log"));
      SigningKeys keys =
          SigningKeys.open(files.resolve("keys"), directory, ledger.store().origin());
      try (LogPublisher publisher =
              LogPublisher.start(ledger.store(), directory, keys, LogPublisherConfig.standard());
          ExecutorService waiting = Executors.newCachedThreadPool()) {
        round("warm", ledger, publisher, waiting, WARM_UP);
        List<Double> p99 = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
          long[] delays = round("m" + i, ledger, publisher, waiting, LENGTH);
          p99.add(millis(delays, 0.99));
          System.out.printf(
              Locale.ROOT,
              "  round %d: %d commands at %d/s, durable to receipt: median %.0f ms, p99 %.0f ms,"
                  + " worst %.0f ms%n",
              i,
              delays.length,
              RATE,
              millis(delays, 0.5),
              millis(delays, 0.99),
              millis(delays, 1));
        }
        return List.of(verdict(p99));
      }
    } finally {
      delete(files);
    }
  }

  private static String verdict(List<Double> p99) {
    double median = p99.stream().sorted().toList().get(p99.size() / 2);
    return String.format(
        Locale.ROOT,
        "publish: ours=%.0f ms (p99, durable to receipt, %d commands/s) target=%d ms %s",
        median,
        RATE,
        TARGET.toMillis(),
        median <= TARGET.toMillis() ? "met" : "missed");
  }

  /** Delays in nanoseconds, in order. */
  private static long[] round(
      String run,
      LedgerContender ledger,
      LogPublisher publisher,
      ExecutorService waiting,
      Duration length)
      throws InterruptedException {
    List<CompletableFuture<Long>> delays = new ArrayList<>();
    int number = 0;
    long started = System.nanoTime();
    long gap = TimeUnit.SECONDS.toNanos(1) / RATE;
    for (int sent = 0; sent * gap < length.toNanos(); ) {
      for (CompletableFuture<Void> durable : arrive(run, number++, ledger, started, sent, gap)) {
        delays.add(durable.thenApplyAsync(ok -> receipt(ledger, publisher), waiting));
        sent++;
      }
    }
    CompletableFuture.allOf(delays.toArray(CompletableFuture[]::new)).join();
    return delays.stream().mapToLong(CompletableFuture::join).sorted().toArray();
  }

  /** The commands of one case, each at its moment; one waits for the one before it. */
  private static List<CompletableFuture<Void>> arrive(
      String run, int number, LedgerContender ledger, long started, int sent, long gap)
      throws InterruptedException {
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
    int moment = sent;
    for (LedgerCommand command : Workload.caseOf(run, number)) {
      long wait = started + moment++ * gap - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      before = before.thenCompose(done -> ledger.commands().send(command));
      answers.add(before);
    }
    return answers;
  }

  /** Waits for the newest event's receipt, which is never earlier than the command's own. */
  private static long receipt(LedgerContender ledger, LogPublisher publisher) {
    long durable = System.nanoTime();
    long position = ledger.store().events().head();
    try {
      if (!publisher.awaitPublished(position, PATIENCE)) {
        throw new IllegalStateException("position " + position + " was not published in time");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Receipt receipt = publisher.receipt(position).orElseThrow();
    if (receipt.proof().index() != position) {
      throw new IllegalStateException("another entry's receipt");
    }
    return System.nanoTime() - durable;
  }

  private static double millis(long[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }

  /** With everything in it. */
  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
