package org.accordledger.core.cases;

import org.accordledger.core.AccountId;

/**
 * The standing finding.
 *
 * @param finding number within the case, from 1
 * @param author the member who adopted or revised it, who does not review it
 * @param review where a review of it stands
 */
public record Ruling(int finding, Outcome outcome, AccountId author, Review review) {
  /** Where a review of a finding stands. */
  public enum Review {
    NONE,
    OPEN,
    /** Upheld: a finding is reviewed once. */
    DONE
  }

  Ruling under(Review next) {
    return new Ruling(finding, outcome, author, next);
  }
}
