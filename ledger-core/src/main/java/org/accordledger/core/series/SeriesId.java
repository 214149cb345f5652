package org.accordledger.core.series;

import org.accordledger.core.Identifiers;

/**
 * A series' id, which is also its stream: {@code series-} and lower-case letters, digits or dashes.
 */
public record SeriesId(String value) implements Comparable<SeriesId> {
  public SeriesId {
    Identifiers.require("series", value, "series-[a-z0-9][a-z0-9-]{0,63}");
  }

  @Override
  public int compareTo(SeriesId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
