package org.accordledger.store.publish;

import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;

/**
 * A checkpoint with its signatures.
 *
 * @param checkpoint size and root of the tree
 * @param note the file {@code checkpoint}: the same with the log's signatures and those of
 *     witnesses
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
  /** Entries that are published. */
  public long size() {
    return checkpoint.size();
  }
}
