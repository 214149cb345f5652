package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Approval;
import org.accordledger.core.accord.DraftId;
import org.accordledger.core.accord.OfferId;
import org.jspecify.annotations.Nullable;

/** Drafts that a party made its own, in the order it did. */
public record PromotionsDocument(AccordId accord, List<Item> items) {

  /**
   * One promotion.
   *
   * @param offer the offer that the draft became
   * @param promotedBy the account that signed for the party
   * @param party for which it signed
   */
  public record Item(
      DraftId draft,
      OfferId offer,
      AccountId promotedBy,
      @Nullable BodyId party,
      ApprovedBy approval,
      Said said) {}

  /**
   * Who approved it.
   *
   * @param person absent if the office says enough
   */
  public record ApprovedBy(
      String office, Approval.Level level, LocalDate on, @Nullable TextDocument person) {}
}
