package org.accordledger.log.note;

import java.util.List;
import org.accordledger.log.NotProvenException;

/**
 * A log as a verifier knows it.
 *
 * @param origin the first line its checkpoints have
 * @param keys any of which signs for it: one, or several after a rotation; all of the type {@link
 *     SignatureType#NOTE}, because a witness does not speak for a log
 */
public record TrustedLog(String origin, List<VerifierKey> keys) {
  public TrustedLog {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.stream().anyMatch(key -> key.type() != SignatureType.NOTE)) {
      throw new IllegalArgumentException("a log signs with one or more keys for notes: " + keys);
    }
  }

  /** The log with one key, whose name is its origin, as in this ledger. */
  public static TrustedLog of(VerifierKey key) {
    return new TrustedLog(key.name(), List.of(key));
  }

  /**
   * The checkpoint in a note, when this log has signed it.
   *
   * @throws NotProvenException when it is by another log, not signed, or wrongly signed
   * @throws org.accordledger.log.LogFormatException when the text is not a checkpoint
   */
  public Checkpoint checkpoint(SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.verify(keys));
    if (!checkpoint.origin().equals(origin)) {
      throw new NotProvenException(
          "a checkpoint of '%s', not of '%s'".formatted(checkpoint.origin(), origin));
    }
    return checkpoint;
  }
}
