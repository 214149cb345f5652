package org.accordledger.core.cases;

import java.util.Optional;

/**
 * Gives the decisions of one case what they need to know of another. Owned by the application,
 * which reads the other case's stream.
 */
public interface OtherCaseSource {
  /** The case as it stands; empty if there is none. */
  Optional<OtherCase> find(CaseId caseId);
}
