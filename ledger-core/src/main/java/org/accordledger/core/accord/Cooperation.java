package org.accordledger.core.accord;

import java.time.LocalDate;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.ObservanceCommand.WithdrawCooperation;
import org.jspecify.annotations.Nullable;

/** Cooperation items: owed and never alleged against, and ended by any party that owes them. */
public final class Cooperation {
  /** Where a cooperation item stands. */
  public enum Status {
    PROPOSED,
    ACTIVE,
    WITHDRAWN
  }

  private Cooperation() {}

  static void check(Accord accord, WithdrawCooperation command) {
    ObservanceRules.actsAsAParty(accord, command.party(), command.filed());
    ObservanceRules.owes(accord, command.party(), command.clause());
    ClauseInForce version = accord.newestVersionOf(command.clause()).orElse(null);
    if (version == null
        || version.clause().kind() != Clause.Kind.COOPERATION
        || end(accord, command.clause()) != null) {
      throw new Refused(
          ObservanceRefusal.COOPERATION_NOT_ACTIVE,
          "%s is not an active cooperation item: only one that entered into force and was not"
                  .formatted(command.clause())
              + " withdrawn can be");
    }
    ObservanceRules.notBeforeFiling("from", command.from(), command.filed());
  }

  /** Where an item that was offered stands on a day. */
  public static Status status(Accord accord, ClauseCode clause, LocalDate day) {
    LocalDate end = end(accord, clause);
    if (end != null && !day.isBefore(end)) {
      return Status.WITHDRAWN;
    }
    if (accord.newestVersionOf(clause).isPresent()) {
      return Status.ACTIVE;
    }
    boolean open =
        accord.offers().values().stream()
            .anyMatch(offer -> !offer.withdrawn() && offer.item(clause).isPresent());
    return open ? Status.PROPOSED : Status.WITHDRAWN;
  }

  /**
   * First day without an item that was active, because a party or everybody ended it; null while it
   * goes on. An item that is agreed anew after it was withdrawn goes on.
   */
  public static @Nullable LocalDate end(Accord accord, ClauseCode clause) {
    ClauseInForce newest = accord.newestVersionOf(clause).orElse(null);
    if (newest == null) {
      return null;
    }
    LocalDate withdrawn = accord.observance().cooperationEnds().get(clause);
    return withdrawn == null || newest.from().isAfter(withdrawn)
        ? accord.observance().terminatedFrom()
        : withdrawn;
  }
}
