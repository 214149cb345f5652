package org.accordledger.api.backup;

import java.util.regex.Pattern;

/**
 * The name of a segment of PostgreSQL's write-ahead log, of 16 MiB: timeline, and number in two
 * parts of which the lower counts to 255.
 */
record WalSegment(String name) {
  private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
  private static final int OF_A_FILE = 0x100;

  WalSegment {
    if (!NAME.matcher(name).matches()) {
      throw new BackupProblem("'" + name + "' is no name of a segment of the write-ahead log");
    }
  }

  /** The one that comes after it on the same timeline. */
  WalSegment next() {
    long number =
        Long.parseLong(name.substring(8, 16), 16) * OF_A_FILE
            + Long.parseLong(name.substring(16), 16)
            + 1;
    return new WalSegment(
        "%s%08X%08X".formatted(name.substring(0, 8), number / OF_A_FILE, number % OF_A_FILE));
  }

  /**
   * Whether it comes before another one; one of another timeline has no place in the same order.
   */
  boolean before(WalSegment other) {
    if (!name.startsWith(other.name.substring(0, 8))) {
      throw new BackupProblem(
          "the database has begun another timeline since this backup: take a new one");
    }
    return name.compareTo(other.name) < 0;
  }
}
