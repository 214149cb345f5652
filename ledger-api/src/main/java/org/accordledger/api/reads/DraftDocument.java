package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.DraftId;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the workspace: what was contributed, in order, and by nobody in particular.
 *
 * @param promotion absent while nobody made it its own
 */
public record DraftDocument(
    AccordId accord,
    DraftId draft,
    List<Contribution> contributions,
    PromotionsDocument.@Nullable Item promotion) {

  /**
   * One contribution.
   *
   * @param number from 1
   * @param clause the clause it is about; absent if it is about the whole
   */
  public record Contribution(
      int number, @Nullable ClauseCode clause, List<TextDocument> text, Said said) {}
}
