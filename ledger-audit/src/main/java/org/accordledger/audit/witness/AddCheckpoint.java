package org.accordledger.audit.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.proof.ConsistencyProof;

/**
 * What a log asks of a witness; nothing of it is verified.
 *
 * @param oldSize entries of the checkpoint the witness is said to have cosigned last
 */
record AddCheckpoint(long oldSize, ConsistencyProof proof, SignedNote note) {
  /** A note may be long, and 63 hashes stand before it. */
  static final int MAX_BYTES = SignedNote.MAX_BYTES + 8_192;

  private static final String OLD = "old ";

  /**
   * Reads a request.
   *
   * @throws LogFormatException when it is not written as the protocol says
   */
  static AddCheckpoint parse(byte[] body) {
    int blank = blankLine(body);
    String[] lines = LogText.utf8(Arrays.copyOf(body, blank)).split("\n", -1);
    if (!lines[0].startsWith(OLD)) {
      throw new LogFormatException("a request begins with 'old ' and a size");
    }
    List<byte[]> hashes = new ArrayList<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      hashes.add(LogText.hash(line));
    }
    return new AddCheckpoint(
        LogText.decimal(lines[0].substring(OLD.length())),
        ConsistencyProof.of(hashes),
        SignedNote.parse(Arrays.copyOfRange(body, blank + 2, body.length)));
  }

  /** Where the first empty line is: at the newline before it. */
  private static int blankLine(byte[] body) {
    for (int i = 1; i < body.length; i++) {
      if (body[i - 1] == '\n' && body[i] == '\n') {
        return i - 1;
      }
    }
    throw new LogFormatException("a request has an empty line before its checkpoint");
  }
}
