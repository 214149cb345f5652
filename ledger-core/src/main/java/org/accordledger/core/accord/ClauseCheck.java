package org.accordledger.core.accord;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a clause can be tested at all: whoever reads it must be able to say who may not do what
 * to whom, when, with which exceptions, and what would prove it. A party may still accept a clause
 * that fails; allegations under it are then recorded and never decided.
 */
public final class ClauseCheck {
  /** What a clause can lack. */
  public enum Missing {
    ACTOR,
    ACT,
    TARGET,
    TIME_RULE,
    EXCLUSIONS,
    EVIDENCE_STANDARD,
    ELEMENT
  }

  private ClauseCheck() {}

  /** What the clause lacks, in the order a reader looks for it; empty if it is testable. */
  public static List<Missing> missingIn(Clause clause) {
    List<Missing> missing = new ArrayList<>();
    missingText(clause.actor(), Missing.ACTOR, missing);
    if (clause.acts().isEmpty()) {
      missing.add(Missing.ACT);
    }
    missingText(clause.target(), Missing.TARGET, missing);
    missingText(clause.timeRule(), Missing.TIME_RULE, missing);
    missingText(clause.exclusions(), Missing.EXCLUSIONS, missing);
    missingText(clause.evidenceStandard(), Missing.EVIDENCE_STANDARD, missing);
    if (clause.elements().isEmpty()) {
      missing.add(Missing.ELEMENT);
    }
    return List.copyOf(missing);
  }

  private static void missingText(@Nullable String text, Missing what, List<Missing> missing) {
    if (text == null || text.isBlank()) {
      missing.add(what);
    }
  }
}
