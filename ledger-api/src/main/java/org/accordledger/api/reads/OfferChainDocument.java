package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseDifference.ChangedClause;
import org.accordledger.core.accord.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * How an offer came about: from the offer that answers none to the one asked for, each with what it
 * changes of the one it answers.
 *
 * @param counteredBy offers that answer the one asked for; each has a chain of its own
 */
public record OfferChainDocument(
    AccordId accord, OfferId offer, List<Step> steps, List<OfferId> counteredBy) {

  /** What has become of an offer, the first that applies. */
  public enum Status {
    WITHDRAWN,
    LAPSED,
    STANDING
  }

  /**
   * One offer of the chain.
   *
   * @param position of the event that made it
   * @param inAnswerTo the offer before it; absent on the first
   * @param difference what it changes of the offer before it; empty on the first
   */
  public record Step(
      OfferId offer,
      long position,
      LocalDate filedOn,
      BodyId offeredBy,
      boolean severable,
      @Nullable String source,
      Status status,
      @Nullable OfferId inAnswerTo,
      List<ChangedClause> difference) {}
}
