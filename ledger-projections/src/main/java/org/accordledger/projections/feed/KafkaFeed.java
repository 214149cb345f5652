package org.accordledger.projections.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.accordledger.projections.EventSpans;
import org.accordledger.projections.Migrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds every event of the log to a topic of Kafka, in the order of positions, on a thread of its
 * own. A position is saved after Kafka has acknowledged everything up to it: what a crash leaves
 * unsaved is sent again, so that every position appears at least once and, apart from repetitions,
 * in order within its stream. Nothing is ever passed over: an event that cannot be sent stops the
 * feed, which says so and tries again. Of several nodes one feeds, and another takes over.
 */
public final class KafkaFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
  private static final int BATCH = 500;
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private final DataSource dataSource;
  private final FeedLog log;
  private final FeedSettings settings;
  private final EventSpans spans;
  private final FeedProgress progress;
  private final FeedWatch watch;
  private final Duration pulse;
  private final Semaphore news = new Semaphore(0);
  private final Runnable onGrowth = news::release;
  private final Thread feeder;
  private volatile boolean closing;
  // the rest is the feeder's own
  private boolean migrated;
  private Duration pause = SHORTEST_PAUSE;

  /**
   * Prepares the feed; {@link #start} starts it. No connection is made before that.
   *
   * @param dataSource the ledger's database, where the position is kept
   * @param log every event as it may appear on the topic
   * @param clock tells the age of what is not acknowledged yet
   * @param spans makes a span of each event that is sent
   */
  public KafkaFeed(
      DataSource dataSource,
      FeedLog log,
      FeedSettings settings,
      InstantSource clock,
      EventSpans spans) {
    this.spans = spans;
    this.dataSource = dataSource;
    this.log = log;
    this.settings = settings;
    this.progress = new FeedProgress(dataSource, settings.topic(), settings.claimTimeout());
    this.watch = new FeedWatch(settings.topic(), log, progress, clock);
    this.pulse = settings.claimTimeout().dividedBy(3);
    this.feeder =
        Thread.ofPlatform().daemon().name("feed-" + settings.topic()).unstarted(this::run);
  }

  /** Starts; whatever is missing, database or Kafka, is waited for. */
  public void start() {
    if (feeder.getState() == Thread.State.NEW) {
      log.onGrowth(onGrowth);
      feeder.start();
    }
  }

  /** The name of the topic. */
  public String topic() {
    return settings.topic();
  }

  /** How often since the start what comes next could not be sent; each time it was tried again. */
  public long failures() {
    return watch.failures();
  }

  /**
   * Where the feed stands.
   *
   * @throws org.springframework.dao.DataAccessException if the database does not answer
   */
  public FeedStatus status() {
    return watch.status();
  }

  private void run() {
    try {
      while (!closing) {
        feedOnce();
      }
    } catch (InterruptedException e) {
      LOG.debug("Feed {} is stopped", settings.topic());
    } finally {
      // what stopped the thread must not stop its last word to the database
      var _ = Thread.interrupted();
      release();
    }
  }

  private void feedOnce() throws InterruptedException {
    try {
      feedIfMine();
    } catch (FeedProgress.ClaimLost e) {
      LOG.info("Feed {}: {}", settings.topic(), e.getMessage());
    } catch (RuntimeException e) {
      watch.failed(FeedFailure.reason(e));
      pauseAfterFailure();
    } catch (Error e) {
      watch.failed("its thread has ended and the node has to be started again: " + e);
      throw e;
    } finally {
      watch.feeding(false);
    }
  }

  private void feedIfMine() throws InterruptedException {
    if (!migrated) {
      Migrations.apply(dataSource, "feed", "feed");
      migrated = true;
    }
    if (progress.claim()) {
      feed();
    } else {
      watch.recovered();
      TimeUnit.MILLISECONDS.sleep(pulse.toMillis());
    }
  }

  private void feed() throws InterruptedException {
    watch.feeding(true);
    FeedTopic topic = FeedTopic.ready(settings);
    watch.partitions(topic.partitions(), settings.partitions());
    long position = positionIn(topic);
    long lookedAt = System.nanoTime();
    try (FeedSender sender = new FeedSender(settings, spans, pulse, progress::keep)) {
      while (!closing) {
        if (System.nanoTime() - lookedAt > LOOK_AGAIN.toNanos()) {
          requireSame(topic);
          lookedAt = System.nanoTime();
        }
        // after a failure one by one, so that what can be sent before it is not sent in vain
        int limit = watch.failing() ? 1 : BATCH;
        news.drainPermits();
        List<FeedEvent> batch = log.read(position + 1, limit);
        if (batch.isEmpty()) {
          goesOn();
          awaitNews();
        } else {
          position = send(sender, position, batch);
        }
      }
    }
  }

  /**
   * A topic that was deleted meanwhile lacks what was sent before, and no producer would notice.
   */
  private void requireSame(FeedTopic topic) throws InterruptedException {
    if (!FeedTopic.ready(settings).id().equals(topic.id())) {
      throw new FeedFailure("the topic was deleted while it was fed", null);
    }
    progress.keep();
  }

  private long positionIn(FeedTopic topic) {
    FeedProgress.Fed fed = progress.fed();
    if (topic.id().equals(fed.topicId())) {
      return fed.position();
    }
    if (fed.topicId() != null) {
      LOG.warn(
          "Feed {}: the topic is another than before, and is fed from the start", settings.topic());
    }
    progress.begin(topic.id());
    return -1;
  }

  /** Returns the position saved. */
  private long send(FeedSender sender, long position, List<FeedEvent> batch)
      throws InterruptedException {
    requireDense(position, batch);
    watch.waiting(batch.getFirst());
    FeedSender.Sent sent = sender.send(batch);
    long reached = position + sent.acknowledged();
    if (reached > position) {
      FeedEvent last = batch.get(sent.acknowledged() - 1);
      progress.advance(position, reached, last.recordedAt());
    }
    FeedFailure failure = sent.failure();
    if (failure != null) {
      throw failure;
    }
    goesOn();
    return reached;
  }

  private void goesOn() {
    watch.recovered();
    pause = SHORTEST_PAUSE;
  }

  private static void requireDense(long position, List<FeedEvent> batch) {
    long expected = position + 1;
    for (FeedEvent event : batch) {
      if (event.position() != expected++) {
        throw new FeedFailure(
            "the log gave event %d where %d comes next".formatted(event.position(), expected - 1),
            null);
      }
    }
  }

  private void awaitNews() throws InterruptedException {
    if (!news.tryAcquire(pulse.toMillis(), TimeUnit.MILLISECONDS)) {
      progress.keep();
    }
  }

  private void pauseAfterFailure() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private void release() {
    try {
      progress.release();
    } catch (RuntimeException e) {
      LOG.warn(
          "Feed {}: another node takes over only after {} s: {}",
          settings.topic(),
          settings.claimTimeout().toSeconds(),
          FeedFailure.reason(e));
    }
  }

  /** Stops; what is not acknowledged by then is sent again by whoever feeds next. */
  @Override
  public void close() {
    closing = true;
    log.offGrowth(onGrowth);
    feeder.interrupt();
    try {
      if (feeder.getState() != Thread.State.NEW && !feeder.join(STOPPING)) {
        LOG.warn("Feed {} did not stop within {} s", settings.topic(), STOPPING.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
