package org.accordledger.api.reads;

import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one cell and a page of the cases behind one of its figures.
 *
 * @param counter {@link Counter#ALLEGED} unless another is named
 * @param method null for the one in force
 */
public record CellRequest(
    CellKey key,
    Counter counter,
    AsOf asOf,
    Period incidents,
    @Nullable Integer method,
    @Nullable String cursor,
    int limit) {

  /**
   * Reads it from an address.
   *
   * @throws org.accordledger.api.problem.ProblemException that names the parameter that is wrong
   */
  public static CellRequest of(
      String accord,
      String party,
      String clause,
      @Nullable String counter,
      @Nullable String asOf,
      @Nullable String incidents,
      @Nullable String method,
      @Nullable String cursor,
      @Nullable String limit) {
    Counter counted = Parameters.code("counter", counter, Counter.class);
    return new CellRequest(
        new CellKey(
            Parameters.inPath(accord, AccordId::new),
            Parameters.inPath(party, BodyId::new),
            Parameters.inPath(clause, ClauseCode::new)),
        counted == null ? Counter.ALLEGED : counted,
        Parameters.asOf(asOf),
        Parameters.incidents(incidents),
        Parameters.number("method", method),
        Parameters.text(cursor),
        Parameters.limit(limit));
  }
}
