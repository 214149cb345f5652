package org.accordledger.core.accord;

import java.util.Map;
import org.accordledger.core.LanguageTag;

/**
 * One lane of an accord: its own form and bindingness, its own panel pool on the roster, and its
 * own clocks where the {@link ProcedureRules} set them.
 */
public record Basket(
    BasketCode code, Map<LanguageTag, String> title, Form form, Bindingness bindingness) {
  /** The kind of instrument. */
  public enum Form {
    TREATY,
    CODE_OF_CONDUCT,
    UNILATERAL_DECLARATION,
    UNDERSTANDING,
    EXCHANGE_OF_LETTERS
  }

  /**
   * Sets the wording of findings: a departure from a political commitment is not a breach of law.
   */
  public enum Bindingness {
    LEGAL,
    POLITICAL
  }
}
