package org.accordledger.core.accord;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;

/** How the items of an offer are accepted or refused: one by one, once, or as a whole. */
final class PackageRules {
  private PackageRules() {}

  /** Checks an acceptance or a refusal and gives the offer it is about. */
  static Offer check(
      Accord accord, OfferId id, BodyId party, List<ClauseCode> items, Filing filed) {
    PartyRules.isParty(accord, party);
    FilingRules.actsFor(filed, party);
    Offer offer = stillStands(accord, id);
    FilingRules.notDatedBefore(filed, offer.day(), "offer " + id);
    namesItemsOnce(items);
    for (ClauseCode item : items) {
      belongsToTheOffer(offer, item);
      isDecidedOnce(offer, party, item);
    }
    isTakenAsAWholeUnlessSeverable(offer, items);
    return offer;
  }

  static Offer stillStands(Accord accord, OfferId id) {
    Offer offer = accord.offers().get(id);
    if (offer == null) {
      throw new Refused(
          AccordRefusal.UNKNOWN_OFFER,
          "there is no offer %s: the accord has %s".formatted(id, accord.offers().keySet()));
    }
    if (offer.withdrawn()) {
      throw new Refused(
          AccordRefusal.OFFER_WITHDRAWN,
          "%s withdrew offer %s: its text must be offered again".formatted(offer.offeredBy(), id));
    }
    if (accord.negotiation().lapsed().contains(id)) {
      throw new Refused(
          NegotiationRefusal.OFFER_LAPSED,
          "offer %s has lapsed: its text must be offered again".formatted(id));
    }
    return offer;
  }

  static void namesItemsOnce(List<ClauseCode> items) {
    if (items.isEmpty()) {
      throw new Refused(AccordRefusal.NO_ITEMS, "items is empty: name at least one");
    }
    Set<ClauseCode> seen = new HashSet<>();
    for (ClauseCode item : items) {
      if (!seen.add(item)) {
        throw new Refused(AccordRefusal.DUPLICATE_ITEM, "items names %s twice".formatted(item));
      }
    }
  }

  private static void belongsToTheOffer(Offer offer, ClauseCode item) {
    if (offer.item(item).isEmpty()) {
      throw new Refused(
          AccordRefusal.UNKNOWN_ITEM,
          "offer %s has no item %s: it has %s"
              .formatted(offer.id(), item, offer.items().stream().map(Clause::code).toList()));
    }
  }

  private static void isDecidedOnce(Offer offer, BodyId party, ClauseCode item) {
    if (offer.decidedBy(party, item)) {
      throw new Refused(
          AccordRefusal.ITEM_ALREADY_DECIDED,
          "%s accepted or refused %s of offer %s before".formatted(party, item, offer.id()));
    }
  }

  private static void isTakenAsAWholeUnlessSeverable(Offer offer, List<ClauseCode> items) {
    if (!offer.severable() && items.size() < offer.items().size()) {
      throw new Refused(
          AccordRefusal.NOT_SEVERABLE,
          "offer %s stands or falls as a whole: name all of %s"
              .formatted(offer.id(), offer.items().stream().map(Clause::code).toList()));
    }
  }
}
