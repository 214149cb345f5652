package org.accordledger.core.evidence;

import org.accordledger.core.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * A number that somebody quotes. It is what was said and no fact: nothing is counted by it, and how
 * it stands is assessed apart from it ({@link ClaimStatus}).
 *
 * @param statement the sentence it is said in, short and public; absent if the number says all
 * @param number decimal, as text, for example {@code 85} or {@code -0.5}
 * @param unit what is counted or measured, for example {@code times} or {@code USD}
 */
public record Claim(@Nullable String statement, String number, String unit) {
  public Claim {
    Identifiers.require("exhibit.claim.number", number, "-?(0|[1-9][0-9]{0,29})([.][0-9]{1,9})?");
  }
}
