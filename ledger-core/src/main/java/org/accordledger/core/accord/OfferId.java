package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** An offer's id within its accord. */
public record OfferId(String value) implements Comparable<OfferId> {
  public OfferId {
    Identifiers.require("offer", value, "[a-z0-9][a-z0-9-]{0,39}");
  }

  @Override
  public int compareTo(OfferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
