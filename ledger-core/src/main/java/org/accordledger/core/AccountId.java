package org.accordledger.core;

/**
 * An account of the access model, opaque and free of personal data: lower-case letters, digits,
 * dots and dashes, 2 to 64 characters.
 */
public record AccountId(String value) implements Comparable<AccountId> {
  public AccountId {
    Identifiers.require("account", value, "[a-z0-9][a-z0-9.-]{1,63}");
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
