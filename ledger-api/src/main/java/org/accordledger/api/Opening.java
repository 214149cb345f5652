package org.accordledger.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.accordledger.store.publish.LogContradiction;
import org.accordledger.store.publish.SigningKeysProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what needs the database, and keeps trying until the database lets it. Says each new reason
 * once. A log that contradicts what was signed is not opened: only an operator can say what is
 * true.
 */
final class Opening implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Runnable open;
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile @Nullable String obstacle = "it is being opened";
  private volatile @Nullable RuntimeException refusal;
  private volatile @Nullable Thread worker;

  /**
   * @param open opens everything; throws while it cannot, and is then called again
   */
  Opening(Runnable open) {
    this.open = open;
  }

  void begin() {
    worker = Thread.ofPlatform().daemon().name("opening").start(this::run);
  }

  private void run() {
    String said = "";
    while (!Thread.currentThread().isInterrupted()) {
      try {
        open.run();
        obstacle = null;
        opened.countDown();
        return;
      } catch (RuntimeException e) {
        RuntimeException last = lasting(e);
        if (last != null) {
          LOG.error("The ledger is not opened: {}", last.getMessage());
          obstacle = last.getMessage();
          refusal = last;
          opened.countDown();
          return;
        }
        String reason = reason(e);
        obstacle = reason;
        if (!reason.equals(said)) {
          LOG.error("The ledger is not open yet: {} It keeps trying.", reason);
          said = reason;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What no further try can change; null for everything else. */
  private static @Nullable RuntimeException lasting(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LogContradiction || cause instanceof SigningKeysProblem) {
        return (RuntimeException) cause;
      }
    }
    return null;
  }

  /** The innermost message, as one line: that is where the database says what is wrong. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    return message.endsWith(".") ? message : message + ".";
  }

  /** Why it is not open, in one sentence; null once it is. */
  @Nullable String obstacle() {
    return obstacle;
  }

  /**
   * Waits until everything is open; false if the time ran out first.
   *
   * @throws LogContradiction if the stored log is not the one that was signed
   * @throws SigningKeysProblem if the keys of the log are not whole
   */
  boolean await(Duration limit) throws InterruptedException {
    boolean ended = opened.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    RuntimeException refused = refusal;
    if (refused != null) {
      throw refused;
    }
    return ended;
  }

  @Override
  public void close() {
    Thread running = worker;
    if (running != null) {
      running.interrupt();
    }
  }
}
