package org.accordledger.store.publish;

import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.note.VerifierKey;

/**
 * A key of the log as the inventory has it.
 *
 * @param verifier its public half
 * @param state what it may still do
 * @param from size of the log from which it signs
 * @param until size of the largest checkpoint it may have signed; {@link Long#MAX_VALUE} unless it
 *     is retired
 */
public record LogKey(VerifierKey verifier, KeyState state, long from, long until) {
  private static final int FIELDS = 4;

  /** Eight hexadecimal digits, as in the names of its files. */
  public String id() {
    return KeyFiles.hex(verifier);
  }

  LogKey in(KeyState next) {
    return new LogKey(verifier, next, from, until);
  }

  LogKey retiredAt(long size) {
    return new LogKey(verifier, KeyState.RETIRED, from, size);
  }

  String line() {
    return "%s %d %d %s".formatted(state.word(), from, until, verifier.encoded());
  }

  static LogKey parse(String line) {
    String[] fields = line.split(" ", FIELDS);
    if (fields.length != FIELDS) {
      throw new LogFormatException("an inventory has <state> <from> <until> <key> in each line");
    }
    return new LogKey(
        VerifierKey.parse(fields[3]),
        KeyState.of(fields[0]),
        LogText.decimal(fields[1]),
        LogText.decimal(fields[2]));
  }
}
