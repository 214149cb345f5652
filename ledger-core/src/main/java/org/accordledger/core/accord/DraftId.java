package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** A draft's id within its accord. */
public record DraftId(String value) implements Comparable<DraftId> {
  public DraftId {
    Identifiers.require("draft", value, "[a-z0-9][a-z0-9-]{0,39}");
  }

  @Override
  public int compareTo(DraftId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
