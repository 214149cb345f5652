package org.accordledger.store.publish;

import java.util.OptionalLong;

/**
 * The database, the files and what was signed do not agree. Nothing is signed before an operator
 * has found out why: the message says what is wrong, from which position on where that is known,
 * and what to do.
 */
public final class LogContradiction extends RuntimeException {
  private static final long NOWHERE = -1;

  private final long position;

  private LogContradiction(String sentence, long position) {
    super(sentence);
    this.position = position;
  }

  static LogContradiction at(long position, String sentence) {
    return new LogContradiction(sentence, position);
  }

  static LogContradiction somewhere(String sentence) {
    return new LogContradiction(sentence, NOWHERE);
  }

  static LogContradiction wrongEntry(long position) {
    return at(
        position,
        ("The database does not hold what was signed, from position %d on: somebody changed it, or"
             + " it is another log's. Restore the database from a copy that has not been changed.")
            .formatted(position));
  }

  static LogContradiction wrongRow(long position) {
    return at(
        position,
        ("The database gives the entry at position %d another payload, salt, time, type or stream"
                + " than the entry that was signed: somebody changed it. Restore the database from"
                + " a copy that has not been changed.")
            .formatted(position));
  }

  static LogContradiction behindHead(long position) {
    return at(
        position,
        ("The database has an entry at position %d, behind the end of the log: somebody put it"
                + " there. Find out who, and delete it.")
            .formatted(position));
  }

  static LogContradiction wrongFile(String path, long position) {
    return at(
        position,
        ("The file %s is not what the log holds, from position %d on: somebody changed it. Find out"
                + " who, then move it away and start again; it is written anew from the database.")
            .formatted(path, position));
  }

  /**
   * The first position that is wrong; empty when it is not an entry that is, or nobody can tell.
   */
  public OptionalLong position() {
    return position == NOWHERE ? OptionalLong.empty() : OptionalLong.of(position);
  }
}
