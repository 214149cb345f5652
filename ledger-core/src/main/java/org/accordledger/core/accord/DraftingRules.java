package org.accordledger.core.accord;

import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.Filing;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.Negotiation.Draft;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;

/**
 * The workspace in which a text is drafted without anybody's name on it, and the act by which a
 * party puts its name under it.
 */
final class DraftingRules {
  /** Since nobody can be asked to stop, a draft ends by itself. */
  static final int CONTRIBUTIONS = 1_000;

  private static final Actor WORKSPACE =
      new Actor(new AccountId("drafting-workspace"), Role.SYSTEM, null);

  private DraftingRules() {}

  /** The filing that stands in the log: when, and not by whom. */
  static Filing unattributed(Filing filed) {
    return new Filing(WORKSPACE, filed.at(), filed.dated());
  }

  static void check(Accord accord, ContributeText command) {
    if (command.text().isEmpty()) {
      throw new InvalidValue("text", "must be given in at least one language");
    }
    Draft draft = accord.negotiation().draft(command.draft());
    isOpen(command.draft(), draft);
    if (draft.contributions() >= CONTRIBUTIONS) {
      throw new Refused(
          NegotiationRefusal.DRAFT_FULL,
          "draft %s has %d contributions: go on in another"
              .formatted(command.draft(), draft.contributions()));
    }
  }

  static void check(Accord accord, PromoteDraft command) {
    Texts.requireLine("approval.office", command.approval().office(), Texts.TITLE);
    Draft draft = accord.negotiation().draft(command.draft());
    if (draft.contributions() == 0) {
      throw new Refused(
          NegotiationRefusal.UNKNOWN_DRAFT,
          "nothing was contributed to draft %s: offer the text".formatted(command.draft()));
    }
    isOpen(command.draft(), draft);
    OfferRules.check(accord, offered(command));
    if (command.approval().on().isAfter(command.filed().day())) {
      throw new Refused(
          NegotiationRefusal.APPROVED_AHEAD,
          "approval.on is %s, and the filing is of %s"
              .formatted(command.approval().on(), command.filed().day()));
    }
  }

  private static OfferText offered(PromoteDraft command) {
    return new OfferText(
        command.accord(),
        command.offer(),
        command.offeredBy(),
        command.severable(),
        command.items(),
        command.source(),
        command.filed());
  }

  private static void isOpen(DraftId id, Draft draft) {
    if (draft.promoted()) {
      throw new Refused(
          NegotiationRefusal.DRAFT_PROMOTED,
          "draft %s was promoted to an offer: go on in another".formatted(id));
    }
  }
}
