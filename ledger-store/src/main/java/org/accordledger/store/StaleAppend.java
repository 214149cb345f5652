package org.accordledger.store;

import org.axonframework.modelling.command.ConcurrencyException;

/** Somebody else appended to the stream first; nothing of this append is stored. */
public final class StaleAppend extends ConcurrencyException {
  private final String streamId;

  StaleAppend(String streamId, long version, long streamVersion) {
    super(
        "Version %d of %s cannot follow its version %d: read the stream again and decide again."
            .formatted(version, streamId, streamVersion));
    this.streamId = streamId;
  }

  /** The stream that had moved. */
  public String streamId() {
    return streamId;
  }
}
