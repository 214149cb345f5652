package org.accordledger.store.publish;

/** The writes that publishing consists of, in the order in which a checkpoint makes them. */
enum PublishingStep {
  /** An entry bundle gets its name. */
  BUNDLE,
  /** A hash tile gets its name. */
  TILE,
  /** The checkpoint is put into the one row of the database. */
  ROW,
  /** The checkpoint is served. */
  CHECKPOINT
}
