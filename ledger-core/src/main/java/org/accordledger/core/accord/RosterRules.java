package org.accordledger.core.accord;

import java.util.List;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordCommand.AppointPanelist;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.AccordCommand.GrantStanding;
import org.accordledger.core.accord.AccordTerms.Panelist;

/** Who may sit, who may file, and who watches. */
final class RosterRules {
  private RosterRules() {}

  static void check(Accord accord, AppointPanelist command) {
    List<BasketCode> declared = accord.drafted().baskets().stream().map(Basket::code).toList();
    command.baskets().forEach(basket -> PartyRules.knowsBasket(declared, basket));
    accord.roster().stream()
        .filter(p -> p.member().equals(command.member()))
        .forEach(p -> isAppointedToMore(p, command));
  }

  private static void isAppointedToMore(Panelist before, AppointPanelist command) {
    if (!before.nationality().equals(command.nationality())) {
      throw new Refused(
          AccordRefusal.NATIONALITY_DIFFERS,
          "%s is on the roster with nationality %s"
              .formatted(before.member(), before.nationality()));
    }
    boolean nothingNew =
        before.baskets().isEmpty()
            || (!command.baskets().isEmpty() && before.baskets().containsAll(command.baskets()));
    if (nothingNew) {
      throw new Refused(
          AccordRefusal.ALREADY_ON_ROSTER,
          "%s is on the roster of %s"
              .formatted(
                  before.member(),
                  before.baskets().isEmpty() ? "every basket" : before.baskets().toString()));
    }
  }

  static void check(Accord accord, GrantStanding command) {
    if (accord.parties().contains(command.body())) {
      throw new Refused(
          AccordRefusal.PARTY_HAS_STANDING,
          "%s is a party and may file without a grant".formatted(command.body()));
    }
    if (accord.standing().contains(command.body())) {
      throw new Refused(
          AccordRefusal.STANDING_ALREADY_GRANTED,
          "%s was granted standing before".formatted(command.body()));
    }
  }

  /** A body declares its own coverage; the registrar may enter it for a body that cannot. */
  static void check(Accord accord, DeclareCoverage command) {
    if (command.filed().by().role() != Role.REGISTRAR) {
      FilingRules.actsFor(command.filed(), command.body());
    }
    if (!accord.terms().offered().contains(command.clause())) {
      throw new Refused(
          AccordRefusal.UNKNOWN_CLAUSE,
          "there is no clause %s: offered were %s"
              .formatted(command.clause(), accord.terms().offered()));
    }
    if (accord.coverage().contains(new Accord.Coverage(command.clause(), command.body()))) {
      throw new Refused(
          AccordRefusal.ALREADY_COVERED,
          "%s declared its coverage of %s before".formatted(command.body(), command.clause()));
    }
    if (command.since().isAfter(command.filed().day())) {
      throw new Refused(
          AccordRefusal.COVERAGE_NOT_BEGUN,
          "since %s is after the day of filing, %s: declare it when it has begun"
              .formatted(command.since(), command.filed().day()));
    }
  }
}
