package org.accordledger.projections.scorecard;

import java.util.EnumSet;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Which scorecard to read.
 *
 * @param accord null for all
 * @param party null for all
 * @param clause null for all
 * @param incidents months whose incidents count
 * @param method null for the one each accord has in force
 * @param visible markings the reader may see: only such cases are counted
 */
public record ScorecardRequest(
    @Nullable AccordId accord,
    @Nullable BodyId party,
    @Nullable ClauseCode clause,
    AsOf asOf,
    Period incidents,
    @Nullable Integer method,
    Set<Marking> visible) {

  /** Every cell and every case as of a point. */
  public static ScorecardRequest everything(AsOf asOf) {
    return new ScorecardRequest(
        null, null, null, asOf, Period.ALL, null, EnumSet.allOf(Marking.class));
  }

  /** The same for other months of incidents. */
  public ScorecardRequest during(Period period) {
    return new ScorecardRequest(accord, party, clause, asOf, period, method, visible);
  }

  /** The same for someone who may see only these markings. */
  public ScorecardRequest seenBy(Set<Marking> markings) {
    return new ScorecardRequest(accord, party, clause, asOf, incidents, method, markings);
  }

  /** The same as of another point. */
  public ScorecardRequest at(AsOf point) {
    return new ScorecardRequest(accord, party, clause, point, incidents, method, visible);
  }

  /** The same graded by one method. */
  public ScorecardRequest by(int graded) {
    return new ScorecardRequest(accord, party, clause, asOf, incidents, graded, visible);
  }

  /** The same for some cells only; null for all. */
  public ScorecardRequest only(
      @Nullable AccordId ofAccord, @Nullable BodyId ofParty, @Nullable ClauseCode ofClause) {
    return new ScorecardRequest(ofAccord, ofParty, ofClause, asOf, incidents, method, visible);
  }
}
