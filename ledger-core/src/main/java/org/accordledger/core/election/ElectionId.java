package org.accordledger.core.election;

import org.accordledger.core.Identifiers;

/**
 * An election's id, which is also its stream: {@code election-} and lower-case letters, digits or
 * dashes.
 */
public record ElectionId(String value) implements Comparable<ElectionId> {
  public ElectionId {
    Identifiers.require("election", value, "election-[a-z0-9][a-z0-9-]{0,63}");
  }

  @Override
  public int compareTo(ElectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
