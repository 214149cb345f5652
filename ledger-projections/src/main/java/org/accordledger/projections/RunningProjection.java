package org.accordledger.projections;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One projection and the Axon processor that feeds it. */
final class RunningProjection {
  private static final Logger LOG = LoggerFactory.getLogger(RunningProjection.class);
  private static final int ONLY_SEGMENT = 0;
  private static final long STOP_SECONDS = 10;

  private final Projection projection;
  private final ProjectionMachinery machinery;
  private final Progress progress;
  private final Applied applied = new Applied();
  private final PooledStreamingEventProcessor processor;
  // starting, stopping and rebuilding exclude each other
  private final ReentrantLock switching = new ReentrantLock();
  private final AtomicLong failures = new AtomicLong();
  private volatile @Nullable String failure;

  RunningProjection(Projection projection, ProjectionMachinery machinery) {
    this.projection = projection;
    this.machinery = machinery;
    this.progress = machinery.progress();
    this.processor =
        machinery.processor(
            projection.name(),
            new ProjectionInvoker(
                projection, progress, machinery.deadLetters(), machinery.spans(), this::applied),
            this::failed);
  }

  String name() {
    return projection.name();
  }

  /** Last position applied, here or on another node; -1 if none. */
  long position() {
    return progress.position(name());
  }

  long failures() {
    return failures.get();
  }

  private void applied(Recorded<? extends LedgerEvent> last) {
    failure = null;
    applied.reached(last.position());
  }

  /** Axon keeps trying; until the event can be applied nothing after it is. */
  private void failed(ErrorContext context) throws Exception {
    Throwable error = context.error();
    String why = PoisonEvent.reason(error);
    failure = why;
    failures.incrementAndGet();
    machinery.deadLetters().keepIfPoison(name(), error);
    LOG.error("Projection {} stands still and tries again by itself: {}", name(), why);
    switch (error) {
      case Error e -> throw e;
      case Exception e -> throw e;
      default -> throw new IllegalStateException(error);
    }
  }

  /** Starts unless running already. */
  void start() {
    switching.lock();
    try {
      if (!processor.isRunning()) {
        progress.register(name());
        applied.reached(progress.position(name()));
        processor.start();
      }
    } finally {
      switching.unlock();
    }
  }

  /**
   * Reads again what a crash of the database took back. Axon notices only with the next batch, and
   * by then readers have long been shown an earlier state.
   */
  void readAgainWhatIsLost() {
    switching.lock();
    try {
      long reached = applied.position();
      long stored = progress.position(name());
      if (stored < reached) {
        LOG.warn(
            "Projection {} stood at position {} and the database has put it back to {}: it reads"
                + " again what lies between",
            name(),
            reached,
            stored);
        stop();
        start();
      }
    } finally {
      switching.unlock();
    }
  }

  /** Tries at once what Axon would try again only after its growing pause. */
  void retryNow() {
    var _ = processor.claimSegment(ONLY_SEGMENT);
  }

  /** Stops, and lets another node have it; does nothing unless it runs. */
  void stop() {
    switching.lock();
    try {
      if (!processor.isRunning()) {
        return;
      }
      processor.shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
      // what it stood still at is for whoever has it next to find
      failure = null;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn(
          "Projection {} did not stop within {} s; its unfinished batch is rolled back",
          name(),
          STOP_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      switching.unlock();
    }
  }

  /** Forgets everything and replays the log from position 0. */
  void rebuild() {
    switching.lock();
    try {
      stop();
      machinery.inTransaction(
          tokens -> {
            // fails if another node has taken the projection over meanwhile
            tokens.fetchToken(name(), ONLY_SEGMENT);
            projection.reset();
            progress.reset(name());
            machinery.deadLetters().appliedUpTo(name(), Long.MAX_VALUE);
            tokens.storeToken(machinery.log().createTailToken(), name(), ONLY_SEGMENT);
          });
      failure = null;
      start();
    } finally {
      switching.unlock();
    }
  }

  boolean await(long position, Duration limit) throws InterruptedException {
    return applied.await(position, limit, this::storedPosition);
  }

  /** What an outage hides is not there yet: whoever waits goes on waiting. */
  private long storedPosition() {
    try {
      return progress.position(name());
    } catch (DataAccessException e) {
      return -1;
    }
  }

  ProjectionStatus status(InstantSource clock) {
    Standing standing = progress.standing(name());
    long head = machinery.head();
    long behind = Math.max(0, head - standing.position());
    Duration age = behind == 0 ? Duration.ZERO : ageOfNext(standing, clock);
    return new ProjectionStatus(
        name(),
        standing.position(),
        head,
        behind,
        age,
        whyStill(),
        machinery.deadLetters().of(name()));
  }

  /**
   * What went wrong here last is remembered until something goes right, which it never does here
   * once another node has the projection.
   */
  private @Nullable String whyStill() {
    String why = failure;
    if (why == null && processor.isError()) {
      why = "the log cannot be read; it is tried again until it can";
    }
    return why == null || machinery.runsElsewhere(name()) ? null : why;
  }

  private Duration ageOfNext(Standing standing, InstantSource clock) {
    StreamableMessageSource<TrackedEventMessage<?>> log = machinery.log();
    var token = new GlobalSequenceTrackingToken(standing.position());
    try (BlockingStream<TrackedEventMessage<?>> next = log.openStream(token)) {
      return next.peek()
          .map(message -> Duration.between(message.getTimestamp(), clock.instant()))
          .orElse(Duration.ZERO);
    } catch (RuntimeException e) {
      // the next event cannot be read: what is known is that it is no older than the last one
      Instant last = standing.recordedAt();
      return last == null ? Duration.ZERO : Duration.between(last, clock.instant());
    }
  }
}
