package org.accordledger.audit.trust;

import java.util.List;
import org.accordledger.audit.AuditProblem;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;

/**
 * One key of a log hands over to the next; both have signed that.
 *
 * @param from entries the log had when the later key began to sign
 */
public record Succession(VerifierKey former, VerifierKey later, long from) {
  private static final String HEADER = "accord-ledger/key-succession/v1";

  /**
   * Reads and verifies a note of the text {@code accord-ledger/key-succession/v1}, origin, former
   * key, later key and size, a line each.
   *
   * @throws AuditProblem when it is not such a note, not of this log, or not signed by both keys
   */
  public static Succession verify(SignedNote note, String origin) {
    try {
      String[] lines = note.unverifiedText().split("\n", -1);
      if (lines.length != 6 || !lines[0].equals(HEADER) || !lines[5].isEmpty()) {
        throw new LogFormatException("its text is not that of " + HEADER);
      }
      if (!lines[1].equals(origin)) {
        throw new LogFormatException("it is one of '" + lines[1] + "', not of '" + origin + "'");
      }
      Succession succession =
          new Succession(key(lines[2], origin), key(lines[3], origin), LogText.decimal(lines[4]));
      note.verify(List.of(succession.former));
      note.verify(List.of(succession.later));
      return succession;
    } catch (LogFormatException | NotProvenException e) {
      throw new AuditProblem("a succession of keys does not hold: " + e.getMessage(), e);
    }
  }

  private static VerifierKey key(String line, String origin) {
    VerifierKey key = VerifierKey.parse(line);
    if (!key.name().equals(origin) || key.type() != SignatureType.NOTE) {
      throw new LogFormatException(key + " is no key that signs for '" + origin + "'");
    }
    return key;
  }
}
