package org.accordledger.audit;

/**
 * Something that is wrong with a log.
 *
 * @param position the first one concerned; {@link #UNKNOWN} when the files do not give it away
 * @param what is wrong there, a half sentence
 */
public record Fault(long position, String what) {
  /** Sorts behind every position: one that can be named is named first. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  /** A fault whose place the files do not give away. */
  public static Fault somewhere(String what) {
    return new Fault(UNKNOWN, what);
  }

  @Override
  public String toString() {
    return position == UNKNOWN ? what : "position " + position + " is wrong: " + what;
  }
}
