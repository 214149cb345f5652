package org.accordledger.core;

/**
 * A BCP 47 language tag in its common short form, for example {@code en}, {@code fr}, {@code
 * pt-BR}.
 */
public record LanguageTag(String value) implements Comparable<LanguageTag> {
  public LanguageTag {
    Identifiers.require("language", value, "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  }

  @Override
  public int compareTo(LanguageTag other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
