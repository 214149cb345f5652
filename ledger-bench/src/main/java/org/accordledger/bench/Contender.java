package org.accordledger.bench;

import java.time.Duration;

/** One event store under test, with the projections running beside it. */
interface Contender extends AutoCloseable {
  /** What the output calls it. */
  String label();

  /** Where commands go. */
  CommandStack commands();

  /**
   * Waits until every projection has applied everything that is stored now.
   *
   * @throws IllegalStateException if one of them does not within the limit
   */
  Lag catchUp(Duration limit) throws InterruptedException;

  @Override
  void close();
}
