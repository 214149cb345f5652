package org.accordledger.core.codec;

/**
 * A stored event is of a type or revision that this version does not know. A reader stops here:
 * skipping it would give figures that leave something out.
 */
public final class UnknownRevision extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  UnknownRevision(String type, String known) {
    super(type + ": " + known + "; the payload was written by a newer version: run that one");
    this.type = type;
  }

  /** Logical name and revision as stored. */
  public String type() {
    return type;
  }
}
