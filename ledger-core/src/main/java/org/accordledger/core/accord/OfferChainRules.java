package org.accordledger.core.accord;

import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.LapseOffer;

/** How an offer is answered by another, and how it ceases to stand. */
final class OfferChainRules {
  private OfferChainRules() {}

  /** A counteroffer is an offer like every other, made to an offer of another that still stands. */
  static void check(Accord accord, Counteroffer command) {
    OfferRules.check(
        accord,
        new OfferText(
            command.accord(),
            command.offer(),
            command.offeredBy(),
            command.severable(),
            command.items(),
            command.source(),
            command.filed()));
    Offer answered = PackageRules.stillStands(accord, command.inAnswerTo());
    FilingRules.notDatedBefore(command.filed(), answered.day(), "offer " + answered.id());
    if (answered.offeredBy().equals(command.offeredBy())) {
      throw new Refused(
          NegotiationRefusal.COUNTERS_ITSELF,
          "%s made offer %s itself: withdraw it, or offer a text of its own"
              .formatted(command.offeredBy(), answered.id()));
    }
  }

  /** Who made an offer says that it has lapsed; the registrar may enter it for one that cannot. */
  static void check(Accord accord, LapseOffer command) {
    Offer offer = PackageRules.stillStands(accord, command.offer());
    if (command.filed().by().role() != Role.REGISTRAR) {
      FilingRules.actsFor(command.filed(), offer.offeredBy());
    }
    if (command.on().isBefore(offer.day()) || command.on().isAfter(command.filed().day())) {
      throw new Refused(
          NegotiationRefusal.LAPSE_DAY,
          "on is %s, offer %s is of %s and the filing of %s"
              .formatted(command.on(), offer.id(), offer.day(), command.filed().day()));
    }
    EntryIntoForce.leavesSomethingOpen(
        accord, offer, command.filed().day(), NegotiationRefusal.NOTHING_TO_LAPSE);
  }
}
