package org.accordledger.core;

/**
 * A wish to change one stream. Time, ids and actor arrive with it: nothing in core looks them up.
 */
public interface LedgerCommand {
  /** The stream this command is for: {@code accord-...} or {@code case-...}. */
  String streamId();

  /** Who says this, and when. */
  Filing filed();
}
