package org.accordledger.core.accord;

import org.accordledger.core.Identifiers;

/** A restricted text's id within its accord; it says nothing of what the text is about. */
public record TextId(String value) implements Comparable<TextId> {
  public TextId {
    Identifiers.require("text", value, "[a-z0-9][a-z0-9-]{0,39}");
  }

  @Override
  public int compareTo(TextId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
