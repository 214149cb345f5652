package org.accordledger.projections.docket;

import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null means any.
 *
 * @param stage at the point of the ledger that is read
 * @param incidents months whose incidents are listed
 */
public record DocketFilter(
    @Nullable AccordId accord,
    @Nullable BodyId respondent,
    @Nullable BodyId complainant,
    @Nullable ClauseCode clause,
    @Nullable Stage stage,
    Period incidents) {

  /** Every case. */
  public static DocketFilter all() {
    return new DocketFilter(null, null, null, null, null, Period.ALL);
  }
}
