package org.accordledger.projections.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.accordledger.projections.feed.FeedReader;
import org.accordledger.projections.feed.FeedSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the log from the topic into the inbox, on a thread of its own: this node's share of the
 * partitions, each from the offset the inbox says. Whatever fails, it says so and begins again from
 * there; nothing is passed over.
 */
final class Intake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration WAIT = Duration.ofMillis(100);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(15);

  private final FeedSettings settings;
  private final InboxSchema schema;
  private final Inbox inbox;
  private final InboxLog log;
  private final InstantSource clock;
  private final Thread taker;
  private final AtomicLong failures = new AtomicLong();
  private volatile boolean closing;
  private volatile @Nullable String failure;
  private volatile long untaken;
  private volatile int partitions;
  private Duration pause = SHORTEST_PAUSE;

  Intake(
      FeedSettings settings, InboxSchema schema, Inbox inbox, InboxLog log, InstantSource clock) {
    this.settings = settings;
    this.schema = schema;
    this.inbox = inbox;
    this.log = log;
    this.clock = clock;
    this.taker = Thread.ofPlatform().daemon().name("intake").unstarted(this::run);
  }

  void start() {
    taker.start();
  }

  private void run() {
    try {
      while (!closing) {
        takeUntilItFails();
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      LOG.debug("The intake is stopped");
    }
  }

  private void takeUntilItFails() throws InterruptedException {
    try {
      schema.ready();
      log.reached(inbox.advance().position());
      try (FeedReader reader = new FeedReader(settings, inbox.group(), inbox::offsets)) {
        while (!closing) {
          take(reader);
        }
      }
    } catch (RuntimeException e) {
      if (!closing) {
        failed(e);
      }
    } catch (Error e) {
      failed(new IllegalStateException("its thread has ended, start the node again: " + e, e));
      throw e;
    } finally {
      partitions = 0;
    }
  }

  private void take(FeedReader reader) throws InterruptedException {
    List<FeedReader.Fetched> fetched = reader.poll(WAIT);
    if (!fetched.isEmpty()) {
      inbox.take(reader.topicId(), fetched);
      reader.tell();
    }
    // another node may have taken what was missing here
    log.reached(fetched.isEmpty() ? inbox.watermark().position() : inbox.advance().position());
    untaken = reader.untaken();
    partitions = reader.partitions();
    if (failure != null) {
      LOG.info("The intake goes on");
      failure = null;
    }
    pause = SHORTEST_PAUSE;
  }

  private void failed(RuntimeException why) {
    String reason = String.valueOf(why.getMessage()).replaceAll("\\s+", " ");
    failures.incrementAndGet();
    if (!reason.equals(failure)) {
      LOG.error("The intake stands still and tries again by itself: {}", reason);
    }
    failure = reason;
  }

  long failures() {
    return failures.get();
  }

  IntakeStatus status() {
    schema.ready();
    Watermark watermark = inbox.watermark();
    long newest = inbox.newest();
    boolean toCome = newest > watermark.position() || untaken > 0;
    Instant last = watermark.recordedAt();
    Duration age = toCome && last != null ? Duration.between(last, clock.instant()) : Duration.ZERO;
    return new IntakeStatus(watermark.position(), newest, untaken, partitions, age, failure);
  }

  @Override
  public void close() {
    closing = true;
    taker.interrupt();
    try {
      if (taker.getState() != Thread.State.NEW && !taker.join(STOPPING)) {
        LOG.warn("The intake did not stop within {} s", STOPPING.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
