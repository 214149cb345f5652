package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** A basket's code within its accord, for example {@code media}. */
public record BasketCode(String value) implements Comparable<BasketCode> {
  public BasketCode {
    Identifiers.require("basket", value, "[a-z0-9][a-z0-9-]{0,39}");
  }

  @Override
  public int compareTo(BasketCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
