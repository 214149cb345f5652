package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** An element's code within its clause version, for example {@code made-public}. */
public record ElementCode(String value) implements Comparable<ElementCode> {
  public ElementCode {
    Identifiers.require("element", value, "[a-z0-9][a-z0-9-]{0,39}");
  }

  @Override
  public int compareTo(ElementCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
