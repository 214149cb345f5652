package org.accordledger.core.evidence;

import org.accordledger.core.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain from the one who acted to the state: person, group, agency, state.
 *
 * @param name as publicly known; absent where only the state is named
 * @param state the body this link belongs to or works for; absent if not said
 * @param control how the next link up controls this one
 */
public record ActorLink(
    Level level, @Nullable String name, @Nullable BodyId state, Control control) {
  /** From the one who acted up to the state. */
  public enum Level {
    PERSON,
    GROUP,
    AGENCY,
    STATE
  }

  /**
   * Degree of control, after the Articles on State Responsibility (ILC 2001), articles 4, 8 and 11.
   */
  public enum Control {
    ORGAN,
    DIRECTION_OR_CONTROL,
    FUNDING,
    TOLERANCE,
    UNKNOWN
  }
}
