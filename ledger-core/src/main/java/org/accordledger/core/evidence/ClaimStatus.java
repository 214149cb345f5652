package org.accordledger.core.evidence;

/** How a claim stands. None of these moves a grade: only findings do. */
public enum ClaimStatus {
  /** It was said, and that is all that is known; every claim begins so. */
  UNVERIFIED,
  /** Another exhibit bears it out. */
  CORROBORATED,
  /** Another exhibit speaks against it. */
  CONTRADICTED,
  /** Whoever made it does not uphold it. */
  WITHDRAWN;

  /** True if it takes another exhibit to say so. */
  public boolean restsOnEvidence() {
    return this == CORROBORATED || this == CONTRADICTED;
  }
}
