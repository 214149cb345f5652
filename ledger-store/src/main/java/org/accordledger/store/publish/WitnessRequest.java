package org.accordledger.store.publish;

import java.util.ArrayList;
import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Cosignature;
import org.accordledger.log.note.NoteSignature;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.proof.ConsistencyProof;

/** What is said between a log and a witness (c2sp.org/tlog-witness, add-checkpoint). */
final class WitnessRequest {
  private WitnessRequest() {}

  /** The body of the request: the witness's size, the proof from there, and the checkpoint. */
  static byte[] body(long old, ConsistencyProof proof, SignedNote checkpoint) {
    StringBuilder body = new StringBuilder("old ").append(old).append('\n');
    proof.hashes().forEach(hash -> body.append(LogText.base64(hash)).append('\n'));
    return LogText.utf8(body.append('\n').append(checkpoint).toString());
  }

  /**
   * The lines of an answer 200 that are by this witness; lines by other keys are ignored.
   *
   * @throws LogFormatException when there are others than signature lines, or none by the witness
   * @throws NotProvenException when a line that is said to be by the witness is not
   */
  static List<NoteSignature> cosignatures(byte[] body, SignedNote checkpoint, VerifierKey witness) {
    String text = LogText.utf8(body);
    if (!text.endsWith("\n")) {
      throw new LogFormatException("an answer of signature lines ends with a newline");
    }
    List<NoteSignature> lines = new ArrayList<>();
    for (String line :
        text.substring(0, text.length() - 1).split("\n", SignedNote.MAX_SIGNATURES)) {
      NoteSignature signature = NoteSignature.parse(line);
      if (!Cosignature.verify(checkpoint.with(signature), List.of(witness)).isEmpty()) {
        lines.add(signature);
      }
    }
    if (lines.isEmpty()) {
      throw new LogFormatException("no line by the witness's key");
    }
    return lines;
  }

  /**
   * The size in an answer 409.
   *
   * @throws LogFormatException when it is not a number and a newline
   */
  static long size(byte[] body) {
    String text = LogText.utf8(body);
    if (!text.endsWith("\n")) {
      throw new LogFormatException("an answer of a size ends with a newline");
    }
    return LogText.decimal(text.substring(0, text.length() - 1));
  }
}
