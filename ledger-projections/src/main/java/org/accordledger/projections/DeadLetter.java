package org.accordledger.projections;

import java.time.Instant;

/**
 * An event that a projection cannot apply, and at which it stands.
 *
 * @param position of the event in the log
 * @param streamId stream of the event
 * @param streamVersion place of the event in its stream
 * @param type simple name of the event's class
 * @param why what the last attempt failed with, in one sentence
 * @param since when it failed first, by the clock of the database
 * @param attempts how often it was tried, on all nodes together
 */
public record DeadLetter(
    long position,
    String streamId,
    long streamVersion,
    String type,
    String why,
    Instant since,
    long attempts) {
  /** For people, in one line. */
  @Override
  public String toString() {
    return "dead letter at %d (%s of stream %s, version %d), tried %d times since %s: %s"
        .formatted(position, type, streamId, streamVersion, attempts, since, why);
  }
}
