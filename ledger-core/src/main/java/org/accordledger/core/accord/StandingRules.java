package org.accordledger.core.accord;

/**
 * Who may file and sit under an accord, beside its parties and the bodies it grants standing.
 *
 * @param version from 1, raised by each adoption; 0 before the first
 * @param injuredThirdStates a body that is not a party may file where it names itself a victim
 * @param nationalsSit nationals of a side or a victim may sit, within the bounds of composition
 */
public record StandingRules(int version, boolean injuredThirdStates, boolean nationalsSit) {
  /** What holds until an accord adopts rules of its own. */
  public static final StandingRules INITIAL = new StandingRules(0, false, true);
}
