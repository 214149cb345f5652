package org.accordledger.projections;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows views from the start of a node until they first have everything that was in the log by
 * then. A new generation of views begins at nothing and must not be shown before that. Told about
 * by one thread, asked by any.
 */
final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final long UNKNOWN = -2;
  private static final long SAY_EVERY = TimeUnit.SECONDS.toNanos(10);

  private final String views;
  private long target = UNKNOWN;
  private long from;
  private long since;
  private long said;
  private volatile @Nullable String building;

  /**
   * @param views the schema, for those who read what is said
   */
  CatchUp(String views) {
    this.views = views;
    this.building = "the views of " + views + " have not been looked at yet";
  }

  /** How far they are, in one sentence; null once they have caught up, and from then on. */
  @Nullable String building() {
    return building;
  }

  /** They are not there at all yet. */
  void absent() {
    building = "no node has made the views of " + views + " in this database yet";
  }

  /**
   * Looks how far they are.
   *
   * @param position last one that every projection has applied; -1 if none
   * @param head last position of the log
   * @param nanos now, as {@link System#nanoTime} has it
   */
  void look(long position, long head, long nanos) {
    if (building == null) {
      return;
    }
    if (target == UNKNOWN) {
      target = head;
      from = position;
      since = nanos;
      said = nanos;
    }
    if (position >= target) {
      if (said != since) {
        LOG.info("The views of {} have caught up: {} events are applied", views, position + 1);
      }
      building = null;
      return;
    }
    String progress = progress(position, head, nanos - since);
    building = progress;
    if (nanos - said >= SAY_EVERY) {
      said = nanos;
      LOG.info("{}", progress);
    }
  }

  private String progress(long position, long head, long nanos) {
    String done =
        String.format(
            Locale.ROOT,
            "the views of %s are being built: %,d of %,d events are applied",
            views,
            position + 1,
            head + 1);
    double rate = (position - from) / (nanos / 1e9);
    if (position == from || nanos <= 0) {
      return done;
    }
    Duration left = Duration.ofSeconds(Math.round((head - position) / rate));
    return String.format(
        Locale.ROOT, "%s, %,d each second, %d s left", done, Math.round(rate), left.toSeconds());
  }
}
