package org.accordledger.core;

/**
 * A party or another body (monitoring body, institution, injured state): lower-case letters, digits
 * and dashes, 2 to 40 characters.
 */
public record BodyId(String value) implements Comparable<BodyId> {
  public BodyId {
    Identifiers.require("body", value, "[a-z0-9][a-z0-9-]{1,39}");
  }

  @Override
  public int compareTo(BodyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
