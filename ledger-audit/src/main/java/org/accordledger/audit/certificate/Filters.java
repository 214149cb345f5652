package org.accordledger.audit.certificate;

import java.time.YearMonth;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.core.scorecard.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a scorecard a certificate states; null means all.
 *
 * @param method the one to grade by; null for the one each accord has in force
 */
public record Filters(
    @Nullable AccordId accord,
    @Nullable BodyId party,
    @Nullable ClauseCode clause,
    Period incidents,
    @Nullable Integer method) {

  boolean keeps(CellKey key) {
    return (accord == null || key.accord().equals(accord))
        && (party == null || key.party().equals(party))
        && (clause == null || key.clause().equals(clause));
  }

  boolean keeps(@Nullable YearMonth month) {
    return incidents.contains(month);
  }
}
