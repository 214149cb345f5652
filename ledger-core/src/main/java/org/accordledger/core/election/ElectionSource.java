package org.accordledger.core.election;

import java.util.Optional;

/**
 * Gives the decisions of a case what is known of an election. Owned by the application, which reads
 * the election's stream.
 */
public interface ElectionSource {
  /** The election as it stands; empty if there is none. */
  Optional<Election> find(ElectionId election);
}
