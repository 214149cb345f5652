package org.accordledger.core.cases;

import java.util.List;
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.accord.Clause;

/**
 * What a finding is called. The words follow from how binding the commitment is: who departs from a
 * political commitment does not break law.
 */
public final class FindingWords {
  private FindingWords() {}

  /** An outcome in English, in the words of a commitment of this bindingness. */
  public static String of(Outcome outcome, Bindingness bindingness) {
    boolean legal = bindingness == Bindingness.LEGAL;
    return switch (outcome) {
      case VIOLATION -> legal ? "breach of the clause" : "departure from a commitment";
      case NO_VIOLATION -> legal ? "no breach of the clause" : "no departure from the commitment";
      case NOT_ATTRIBUTABLE -> "it happened, and attribution to the party is not established";
      case NOT_DETERMINABLE -> "not determinable";
    };
  }

  /**
   * What the clause protects and the finding leaves protected, in the clause's words: conduct that
   * happened is not held against a party unless direction by it is found.
   *
   * @return empty if direction is found, or nothing happened, or the clause protects nothing
   */
  public static List<String> leftProtected(Outcome outcome, Clause clause) {
    return outcome == Outcome.NOT_ATTRIBUTABLE ? clause.protectedConduct() : List.of();
  }
}
