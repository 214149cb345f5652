package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** A meeting's code within its accord, the same in every account of it. */
public record MeetingCode(String value) implements Comparable<MeetingCode> {
  public MeetingCode {
    Identifiers.require("meeting", value, "[a-z0-9][a-z0-9-]{0,39}");
  }

  @Override
  public int compareTo(MeetingCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
