package org.accordledger.projections.feed;

import java.util.List;

/** The log that is fed, as the owner of the store gives it; must be thread-safe. */
public interface FeedLog {
  /**
   * Events from a position on (inclusive), by position and without a gap; empty at the end of the
   * log. The caller says how many at most; fewer may come, where they are large.
   */
  List<FeedEvent> read(long fromPosition, int limit);

  /** Last position of the log; -1 if it is empty. */
  long head();

  /** From now on this is called whenever the log has grown; it returns at once. */
  void onGrowth(Runnable callback);

  /** The callback is not called any more. */
  void offGrowth(Runnable callback);
}
