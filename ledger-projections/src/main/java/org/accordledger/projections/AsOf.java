package org.accordledger.projections;

import java.time.Instant;

/** The point of the ledger a read is about. */
public sealed interface AsOf {
  /** Everything applied so far. */
  record Head() implements AsOf {}

  /** Up to and with this position. */
  record Position(long position) implements AsOf {}

  /** Up to and with the last position recorded at or before this time. */
  record Time(Instant time) implements AsOf {}

  static AsOf head() {
    return new Head();
  }

  static AsOf position(long position) {
    return new Position(position);
  }

  static AsOf time(Instant time) {
    return new Time(time);
  }
}
