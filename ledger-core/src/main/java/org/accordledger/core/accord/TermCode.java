package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** A term of an accord's glossary: lower-case letters, digits and dashes, 2 to 64 characters. */
public record TermCode(String value) implements Comparable<TermCode> {
  public TermCode {
    Identifiers.require("term", value, "[a-z0-9][a-z0-9-]{1,63}");
  }

  @Override
  public int compareTo(TermCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
