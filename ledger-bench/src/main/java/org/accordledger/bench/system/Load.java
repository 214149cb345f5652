package org.accordledger.bench.system;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writers who each open one case after another, to either node. A command is sent again under its
 * key until it is acknowledged, so that in the end the acknowledged ones are all there are.
 */
final class Load implements AutoCloseable {
  private static final int WRITERS = 4;
  private static final String ALBA = "alba";
  private static final String BOREA = "borea";
  private static final String REGISTRAR = "registrar";

  private final Sender sender;
  private final String day = LocalDate.now(ZoneOffset.UTC).toString();
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final CountDownLatch failed = new CountDownLatch(1);
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * A load that does not run yet.
   *
   * @param nodes where the ledger answers
   * @param tokens of alba, borea and the registrar, by these names
   */
  Load(List<URI> nodes, Function<String, String> tokens) {
    this.sender =
        new Sender(
            nodes,
            Map.of(
                ALBA, tokens.apply(ALBA),
                BOREA, tokens.apply(BOREA),
                REGISTRAR, tokens.apply(REGISTRAR)));
  }

  /** Makes the accord, and lets the writers begin. */
  void start() {
    makeAccord();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      writers.add(Thread.ofPlatform().daemon().name("writer-" + number).start(() -> write(number)));
    }
  }

  private void makeAccord() {
    String address = "/accords/" + CommandTexts.ACCORD;
    Acknowledged last = send(REGISTRAR, "/accords", CommandTexts.accord(), null);
    last = send(ALBA, address + "/offers", CommandTexts.offer(), last);
    for (String party : List.of(ALBA, BOREA)) {
      last = send(party, address + "/acceptances", CommandTexts.acceptance(party), last);
    }
  }

  private void write(int writer) {
    try {
      for (int number = 0; !stopping; number++) {
        Acknowledged opened =
            send(ALBA, "/cases", CommandTexts.allegation(day, writer, number), null);
        String address = "/cases/" + opened.stream();
        Acknowledged admitted = send(REGISTRAR, address + "/admission", "{}", opened);
        send(BOREA, address + "/responses", CommandTexts.response(writer, number), admitted);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      failed.countDown();
    }
  }

  private Acknowledged send(String who, String path, String body, @Nullable Acknowledged before) {
    Acknowledged answer = sender.send(who, path, body, before);
    acknowledged.add(answer);
    return answer;
  }

  /**
   * Lets time pass.
   *
   * @throws Violation if a writer was told what it must not be told meanwhile
   */
  void goOn(Duration time) {
    try {
      if (failed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the load ran", e);
    }
  }

  /** When the first command was acknowledged that had been sent after a moment; null if none. */
  @Nullable Duration nextAcknowledgedAfter(long moment) {
    return acknowledged.stream()
        .filter(one -> one.sent() > moment)
        .map(one -> Duration.ofNanos(one.answered() - moment))
        .min(Duration::compareTo)
        .orElse(null);
  }

  /** Lets every writer end the case it is at, and gives all that was acknowledged. */
  List<Acknowledged> end() {
    stopping = true;
    try {
      for (Thread writer : writers) {
        writer.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the load ended", e);
    }
    if (failure.get() != null) {
      throw failed();
    }
    return List.copyOf(acknowledged);
  }

  private RuntimeException failed() {
    return failure.get() instanceof Violation violation
        ? violation
        : new IllegalStateException("a writer failed", failure.get());
  }

  /** What the answers were that were no acknowledgements, with how many of each. */
  String refusals() {
    return sender.refusals();
  }

  @Override
  public void close() {
    stopping = true;
    sender.close();
  }
}
