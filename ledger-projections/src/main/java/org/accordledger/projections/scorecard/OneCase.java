package org.accordledger.projections.scorecard;

import org.accordledger.core.Marking;
import org.accordledger.core.scorecard.CaseFigures;

/** A case as the scorecard remembers it. */
record OneCase(CaseFigures figures, Marking marking) {
  MonthKey key() {
    return new MonthKey(figures.cell(), figures.month(), marking);
  }
}
