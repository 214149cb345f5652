package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/**
 * An accord's id, which is also its stream: {@code accord-} and lower-case letters, digits or
 * dashes.
 */
public record AccordId(String value) implements Comparable<AccordId> {
  public AccordId {
    Identifiers.require("accord", value, "accord-[a-z0-9][a-z0-9-]{0,63}");
  }

  @Override
  public int compareTo(AccordId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
