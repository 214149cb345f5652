package org.accordledger.store.publish;

import java.util.Optional;

/**
 * How publishing goes, for health checks.
 *
 * @param condition whether checkpoints are signed at the moment
 * @param published entries in the log that is served
 * @param reason a sentence for the operator, where something keeps it from publishing
 */
public record PublisherState(Condition condition, long published, Optional<String> reason) {
  /** Whether the log is published. */
  public enum Condition {
    /** What is stored is published within the interval. */
    UP,
    /** Publishing goes on by itself when the database or the disk is back. */
    WAITING,
    /** A contradiction was found: nothing is signed until an operator has looked. */
    STOPPED
  }

  static PublisherState up(long published) {
    return new PublisherState(Condition.UP, published, Optional.empty());
  }

  static PublisherState waiting(long published, String reason) {
    return new PublisherState(Condition.WAITING, published, Optional.of(reason));
  }

  static PublisherState stopped(long published, String reason) {
    return new PublisherState(Condition.STOPPED, published, Optional.of(reason));
  }
}
