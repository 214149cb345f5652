package org.accordledger.core.scorecard;

import java.util.Comparator;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;

/** One cell of the scorecard: how one party stands under one clause of one accord. */
public record CellKey(AccordId accord, BodyId party, ClauseCode clause)
    implements Comparable<CellKey> {
  private static final Comparator<CellKey> ORDER =
      Comparator.comparing(CellKey::accord)
          .thenComparing(CellKey::clause)
          .thenComparing(CellKey::party);

  @Override
  public int compareTo(CellKey other) {
    return ORDER.compare(this, other);
  }
}
