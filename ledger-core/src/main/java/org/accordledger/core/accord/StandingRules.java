package org.accordledger.core.accord;

import org.accordledger.core.Marking;
import org.jspecify.annotations.Nullable;

/**
 * Who may file, see and sit under an accord, beside its parties and the bodies it grants standing.
 *
 * @param version from 1, raised by each adoption; 0 before the first
 * @param injuredThirdStates a body that is not a party may file where it names itself a victim
 * @param nationalsSit nationals of a side or a victim may sit, within the bounds of composition
 * @param leastMarking new cases are marked so or closer; absent if they may be open to everybody
 */
public record StandingRules(
    int version, boolean injuredThirdStates, boolean nationalsSit, @Nullable Marking leastMarking) {
  /** What holds until an accord adopts rules of its own. */
  public static final StandingRules INITIAL = new StandingRules(0, false, true, null);

  /** True if a case may be as open as this. */
  public boolean allow(Marking marking) {
    return leastMarking == null || marking.compareTo(leastMarking) >= 0;
  }

  boolean sayTheSameAs(StandingRules other) {
    return injuredThirdStates == other.injuredThirdStates
        && nationalsSit == other.nationalsSit
        && leastMarking == other.leastMarking;
  }
}
