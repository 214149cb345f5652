package org.accordledger.core.accord;

import java.util.Collection;
import org.accordledger.core.BodyId;
import org.accordledger.core.Refused;

/** What is declared in the draft binds everything that follows it. */
final class PartyRules {
  private PartyRules() {}

  static void isParty(Accord accord, BodyId body) {
    if (!accord.parties().contains(body)) {
      throw new Refused(
          AccordRefusal.NOT_A_PARTY,
          "%s is not a party to %s, whose parties are %s"
              .formatted(body, accord.id(), accord.parties()));
    }
  }

  static void knowsBasket(Collection<BasketCode> declared, BasketCode basket) {
    if (!declared.contains(basket)) {
      throw new Refused(
          AccordRefusal.UNKNOWN_BASKET,
          "there is no basket %s: the accord has %s".formatted(basket, declared));
    }
  }
}
