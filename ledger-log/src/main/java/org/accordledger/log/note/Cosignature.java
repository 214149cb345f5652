package org.accordledger.log.note;

import java.util.Collection;
import java.util.List;
import org.accordledger.log.NotProvenException;

/**
 * A witness's word that a checkpoint continues all it had seen of that log (cosignature/v1,
 * c2sp.org/tlog-cosignature).
 *
 * @param witness the key that gave it
 * @param unixSeconds when, by the witness's clock
 */
public record Cosignature(VerifierKey witness, long unixSeconds) {

  /**
   * Cosigns. It is the caller who has verified the log's signature and the consistency.
   *
   * @param witness of the type {@link SignatureType#COSIGNATURE_V1}
   * @param unixSeconds now, more than 0
   * @return the line to answer the log with
   */
  public static NoteSignature sign(SignerKey witness, Checkpoint checkpoint, long unixSeconds) {
    witness.require(SignatureType.COSIGNATURE_V1);
    if (unixSeconds <= 0) {
      throw new IllegalArgumentException("no time to cosign at: " + unixSeconds);
    }
    return new NoteSignature(
        witness.verifier(), CosignatureValue.sign(witness, checkpoint.body(), unixSeconds));
  }

  /**
   * The cosignatures by known witnesses; how many and whose are enough is for the caller to say.
   *
   * @param witnesses of the type {@link SignatureType#COSIGNATURE_V1}
   * @return in the order of the lines; perhaps none, and perhaps several by one witness
   * @throws NotProvenException when a line that is said to be by a known witness is not
   */
  public static List<Cosignature> verify(SignedNote note, Collection<VerifierKey> witnesses) {
    if (witnesses.stream().anyMatch(key -> key.type() != SignatureType.COSIGNATURE_V1)) {
      throw new IllegalArgumentException("not all of them are keys of witnesses: " + witnesses);
    }
    return note.verified(witnesses).stream()
        .map(by -> new Cosignature(by.key(), CosignatureValue.seconds(by.signature().value())))
        .toList();
  }
}
