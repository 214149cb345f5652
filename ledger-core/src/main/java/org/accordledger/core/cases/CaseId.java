package org.accordledger.core.cases;

import org.accordledger.core.Identifiers;

/**
 * A case's id, which is also its stream: {@code case-} and lower-case letters, digits or dashes.
 */
public record CaseId(String value) implements Comparable<CaseId> {
  public CaseId {
    Identifiers.require("case", value, "case-[a-z0-9][a-z0-9-]{0,63}");
  }

  @Override
  public int compareTo(CaseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
