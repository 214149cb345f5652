package org.accordledger.core;

/**
 * A wish to change one stream. Time, ids and actor arrive with it: nothing in core looks them up.
 */
public interface LedgerCommand {
  /** The stream this command is for: {@code accord-...} or {@code case-...}. */
  String streamId();

  /** Whether this command begins its stream, and so is for one that is not there yet. */
  default boolean beginsStream() {
    return false;
  }

  /** Who says this, and when. */
  Filing filed();
}
