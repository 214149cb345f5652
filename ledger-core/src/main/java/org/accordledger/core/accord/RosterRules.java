package org.accordledger.core.accord;

import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordCommand.AppointPanelist;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.AccordCommand.GrantStanding;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.accordledger.core.accord.Observance.Coverage;
import org.accordledger.core.accord.ObservanceCommand.AdoptStandingRules;
import org.accordledger.core.accord.ObservanceCommand.RetirePanelist;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCoverage;
import org.accordledger.core.accord.ObservanceCommand.WithdrawStanding;

/** Who may sit, who may file, and who watches. */
final class RosterRules {
  private RosterRules() {}

  static void check(Accord accord, AppointPanelist command) {
    List<BasketCode> declared = accord.drafted().baskets().stream().map(Basket::code).toList();
    command.baskets().forEach(basket -> PartyRules.knowsBasket(declared, basket));
    accord.roster().stream()
        .filter(p -> p.member().equals(command.member()))
        .forEach(p -> isAppointedToMore(accord, p, command));
  }

  private static void isAppointedToMore(Accord accord, Panelist before, AppointPanelist command) {
    if (!before.nationality().equals(command.nationality())) {
      throw new Refused(
          AccordRefusal.NATIONALITY_DIFFERS,
          "%s is on the roster with nationality %s"
              .formatted(before.member(), before.nationality()));
    }
    boolean nothingNew =
        before.baskets().isEmpty()
            || (!command.baskets().isEmpty() && before.baskets().containsAll(command.baskets()));
    if (nothingNew && !accord.observance().retired().containsKey(before.member())) {
      throw new Refused(
          AccordRefusal.ALREADY_ON_ROSTER,
          "%s is on the roster of %s"
              .formatted(
                  before.member(),
                  before.baskets().isEmpty() ? "every basket" : before.baskets().toString()));
    }
  }

  static void check(Accord accord, GrantStanding command) {
    boolean left = accord.observance().hasLeft(command.body(), command.filed().day());
    if (accord.parties().contains(command.body()) && !left) {
      throw new Refused(
          AccordRefusal.PARTY_HAS_STANDING,
          "%s is a party and may file without a grant".formatted(command.body()));
    }
    if (accord.standing().contains(command.body())
        && !accord.observance().standingEnds().containsKey(command.body())) {
      throw new Refused(
          AccordRefusal.STANDING_ALREADY_GRANTED,
          "%s was granted standing before".formatted(command.body()));
    }
  }

  static void check(Accord accord, DeclareCoverage command) {
    ownOrByTheRegistrar(command.filed(), command.body());
    ObservanceRules.knows(accord, command.clause());
    if (accord.observance().openCoverage(command.clause(), command.body()).isPresent()) {
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

  static void check(Accord accord, WithdrawCoverage command) {
    ownOrByTheRegistrar(command.filed(), command.body());
    Coverage coverage =
        accord
            .observance()
            .openCoverage(command.clause(), command.body())
            .orElseThrow(
                () ->
                    new Refused(
                        ObservanceRefusal.NOT_COVERED,
                        "%s does not monitor %s: there is nothing to withdraw"
                            .formatted(command.body(), command.clause())));
    if (command.from().isBefore(coverage.since())) {
      throw new Refused(
          ObservanceRefusal.COVERAGE_ENDS_EARLY,
          "from %s is before the coverage began, on %s"
              .formatted(command.from(), coverage.since()));
    }
  }

  static void check(Accord accord, WithdrawStanding command) {
    if (!accord.standing().contains(command.body())
        || accord.observance().standingEnds().containsKey(command.body())) {
      throw new Refused(
          ObservanceRefusal.STANDING_NOT_GRANTED,
          "%s has no standing by grant: there is nothing to withdraw".formatted(command.body()));
    }
    ObservanceRules.notBeforeFiling("from", command.from(), command.filed());
  }

  static void check(Accord accord, RetirePanelist command) {
    isActivePanelist(accord, command.member(), command.filed());
    if (accord.observance().retired().containsKey(command.member())) {
      throw notActive(command.member());
    }
    ObservanceRules.notBeforeFiling("from", command.from(), command.filed());
  }

  /** Gives the rules that an adoption makes. */
  static StandingRules check(Accord accord, AdoptStandingRules command) {
    StandingRules before = accord.observance().standingRules();
    StandingRules adopted =
        new StandingRules(
            before.version() + 1,
            command.injuredThirdStates(),
            command.nationalsSit(),
            command.leastMarking());
    if (before.version() > 0 && before.sayTheSameAs(adopted)) {
      throw new Refused(
          ObservanceRefusal.STANDING_RULES_IN_FORCE,
          "version %d says the same".formatted(before.version()));
    }
    return adopted;
  }

  static void isActivePanelist(Accord accord, AccountId member, Filing filed) {
    boolean onRoster = accord.roster().stream().anyMatch(p -> p.member().equals(member));
    if (!onRoster || !accord.observance().sits(member, filed.day())) {
      throw notActive(member);
    }
  }

  private static Refused notActive(AccountId member) {
    return new Refused(
        ObservanceRefusal.NOT_AN_ACTIVE_PANELIST,
        "%s is not on the roster any more or never was: appoint it first".formatted(member));
  }

  /** A body speaks of its own coverage; the registrar enters it for a body that cannot. */
  private static void ownOrByTheRegistrar(Filing filed, BodyId body) {
    if (filed.by().role() != Role.REGISTRAR) {
      FilingRules.actsFor(filed, body);
    }
  }
}
