package org.accordledger.projections.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a feed says about itself, to the log of the node and to whoever asks. Any thread. */
final class FeedWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** An event that Kafka has been asked to take, and since when; by the node's own clock. */
  private record Waiting(FeedEvent event, long sinceNanos) {}

  private final String topic;
  private final FeedLog log;
  private final FeedProgress progress;
  private final InstantSource clock;
  private final AtomicLong failures = new AtomicLong();
  private volatile boolean feeding;
  private volatile @Nullable String failure;
  private volatile @Nullable String notice;
  private volatile @Nullable Waiting waiting;

  FeedWatch(String topic, FeedLog log, FeedProgress progress, InstantSource clock) {
    this.topic = topic;
    this.log = log;
    this.progress = progress;
    this.clock = clock;
  }

  void feeding(boolean nowFeeding) {
    feeding = nowFeeding;
    waiting = null;
  }

  /** Counted each time, and told once for each new reason. */
  void failed(String reason) {
    failures.incrementAndGet();
    if (!reason.equals(failure)) {
      LOG.error("Feed {} stands still and tries again by itself: {}", topic, reason);
    }
    failure = reason;
  }

  long failures() {
    return failures.get();
  }

  void waiting(FeedEvent first) {
    waiting = new Waiting(first, System.nanoTime());
  }

  void recovered() {
    if (failure != null) {
      LOG.info("Feed {} goes on", topic);
    }
    failure = null;
    waiting = null;
  }

  boolean failing() {
    return failure != null;
  }

  void partitions(int found, int stated) {
    String said =
        found == stated
            ? null
            : "the topic has %d partitions, not %d: it is left as it is".formatted(found, stated);
    if (said != null && !said.equals(notice)) {
      LOG.warn("Feed {}: {}", topic, said);
    }
    notice = said;
  }

  FeedStatus status() {
    long position = progress.fed().position();
    long head = log.head();
    long behind = Math.max(0, head - position);
    Duration age = behind == 0 ? Duration.ZERO : ageOfNext(position);
    return new FeedStatus(topic, position, head, behind, age, feeding, whyStill(), notice);
  }

  private @Nullable String whyStill() {
    Waiting now = waiting;
    if (failure == null && now != null) {
      Duration waited = Duration.ofNanos(System.nanoTime() - now.sinceNanos());
      return waited.compareTo(PATIENCE) < 0
          ? null
          : "Kafka has not acknowledged %s for %d s"
              .formatted(now.event().named(), waited.toSeconds());
    }
    return failure;
  }

  private Duration ageOfNext(long position) {
    List<FeedEvent> next = log.read(position + 1, 1);
    return next.isEmpty()
        ? Duration.ZERO
        : Duration.between(next.getFirst().recordedAt(), clock.instant());
  }
}
