package org.accordledger.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.accordledger.api.LedgerApplication;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.RunningLedger;
import org.accordledger.core.LedgerCommand;
import org.accordledger.store.AppendContext;
import org.accordledger.store.Appended;
import org.jspecify.annotations.Nullable;

/** The whole application on a database of its own, filled through its command bus. */
final class FilledLedger implements AutoCloseable {
  private static final int IN_FLIGHT = 1024;
  private static final Duration OPENING = Duration.ofMinutes(2);
  private static final Duration SETTLING = Duration.ofMinutes(15);
  private static final int OK = 200;

  private final RunningLedger server;
  private final Path data;
  private final AtomicLong last = new AtomicLong(-1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * Starts it.
   *
   * @param data directory of its keys and its published log
   */
  FilledLedger(BenchDatabase database, Path data) throws InterruptedException {
    this(
        Map.of(
            "ledger.db-url", database.url(),
            "ledger.port", "0",
            "ledger.data-directory", data.toString()),
        data);
  }

  /**
   * Starts it as the settings say.
   *
   * @param data directory that the settings name
   */
  FilledLedger(Map<String, String> settings, Path data) throws InterruptedException {
    this.data = data;
    server = LedgerApplication.start(LedgerSettings.of(settings));
    if (!server.awaitReady(OPENING)) {
      server.close();
      throw new IllegalStateException("the ledger did not open");
    }
  }

  URI address() {
    return server.address();
  }

  /** The verifier key, as it lies beside the published log. */
  Path key() {
    return data.resolve("log").resolve("localhost_ledger.vkey");
  }

  /**
   * Adds cases until there are so many events, then waits until all are published and in the
   * scorecard.
   *
   * @return how many there are, at least as many as were wanted
   */
  long fill(long entries) throws InterruptedException, IOException {
    Workload.accord().forEach(command -> send(command).join());
    Semaphore places = new Semaphore(IN_FLIGHT);
    for (int number = 0; last.get() + 1 < entries && failure.get() == null; number++) {
      places.acquire();
      var _ =
          play(Workload.caseOf("audit", number))
              .whenComplete(
                  (done, failed) -> {
                    if (failed != null) {
                      failure.compareAndSet(null, failed);
                    }
                    places.release();
                  });
    }
    places.acquire(IN_FLIGHT);
    if (failure.get() != null) {
      throw new IllegalStateException("a command was refused", failure.get());
    }
    if (!server.awaitPublished(last.get(), SETTLING)) {
      throw new IllegalStateException("the log was not published in time");
    }
    awaitScorecard();
    return last.get() + 1;
  }

  private CompletableFuture<Appended> play(List<LedgerCommand> commands) {
    CompletableFuture<Appended> done = send(commands.getFirst());
    for (LedgerCommand command : commands.subList(1, commands.size())) {
      done = done.thenCompose(before -> send(command));
    }
    return done;
  }

  private CompletableFuture<Appended> send(LedgerCommand command) {
    return server
        .commands()
        .send(command, null, new AppendContext(null, List.of()))
        .whenComplete(
            (appended, failed) -> {
              if (appended != null) {
                last.accumulateAndGet(appended.lastPosition(), Math::max);
              }
            });
  }

  /** The server answers when its projection has come so far, or after a while that it has not. */
  private void awaitScorecard() throws InterruptedException, IOException {
    URI read = address().resolve("/scorecard?min_position=" + last.get());
    HttpRequest request = HttpRequest.newBuilder(read).header("Accept", "application/json").build();
    long end = System.nanoTime() + SETTLING.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (http.send(request, BodyHandlers.discarding()).statusCode() != OK) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the scorecard did not come to the end of the log");
        }
        Thread.sleep(Duration.ofMillis(200));
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
