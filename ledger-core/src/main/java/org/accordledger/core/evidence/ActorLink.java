package org.accordledger.core.evidence;

import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain from the one who acted to the state: person, group, agency, state.
 *
 * @param name of a group, agency or state as publicly known; absent where only the state is named
 * @param person the name of a person, as content beside the events, where it can be withheld;
 *     absent on every other level
 * @param state the body this link belongs to or works for; absent if not said
 * @param control how the next link up controls this one
 */
public record ActorLink(
    Level level,
    @Nullable String name,
    @Nullable ContentRef person,
    @Nullable BodyId state,
    Control control) {
  public ActorLink {
    if (level == Level.PERSON && name != null) {
      throw new InvalidValue("actor_chain.name", "must be given as person on the level person");
    }
    if (level != Level.PERSON && person != null) {
      throw new InvalidValue("actor_chain.person", "must be left out except on the level person");
    }
  }

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
