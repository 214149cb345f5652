package org.accordledger.core.cases;

import org.accordledger.core.AccountId;

/**
 * The standing finding.
 *
 * @param finding number within the case, from 1
 * @param author the member who filed it, who does not file the result of its review
 * @param review where a review of it stands
 */
public record Ruling(
    int finding, Opinion opinion, Outcome outcome, AccountId author, Review review) {
  /** Where a review of a finding stands. */
  public enum Review {
    NONE,
    OPEN,
    /** Upheld, or itself the result of a review: a case is reviewed once. */
    DONE
  }

  Ruling under(Review next) {
    return new Ruling(finding, opinion, outcome, author, next);
  }
}
