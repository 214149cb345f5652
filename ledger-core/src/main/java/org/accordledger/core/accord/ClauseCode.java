package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** A clause's code within its accord, for example {@code commitment-1}. */
public record ClauseCode(String value) implements Comparable<ClauseCode> {
  public ClauseCode {
    Identifiers.require("clause", value, "[a-z0-9][a-z0-9-]{0,39}");
  }

  @Override
  public int compareTo(ClauseCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
