package org.accordledger.core.accord;

import java.util.List;
import java.util.Optional;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.ObservanceCommand.ResumePerformance;
import org.accordledger.core.accord.ObservanceCommand.SuspendPerformance;
import org.accordledger.core.accord.ObservanceEvent.PerformanceResumed;
import org.accordledger.core.accord.ObservanceEvent.PerformanceSuspended;
import org.jspecify.annotations.Nullable;

/**
 * A party suspends its own performance, of one clause or of all, and nobody else's: what the others
 * owe stays owed until they say otherwise.
 */
final class Performance {
  private Performance() {}

  static List<PerformanceSuspended> decide(Accord accord, SuspendPerformance command) {
    ObservanceRules.actsAsAParty(accord, command.party(), command.filed());
    ClauseCode clause = command.clause();
    if (clause != null) {
      ObservanceRules.owes(accord, command.party(), clause);
    }
    owesSomethingInForce(accord, command);
    ObservanceRules.notBeforeFiling("from", command.from(), command.filed());
    isNotSuspended(accord, command);
    return List.of(
        new PerformanceSuspended(
            command.party(),
            clause,
            command.from(),
            command.ground(),
            command.conditionOf(),
            conditionReliedOn(accord, command),
            command.filed()));
  }

  static List<PerformanceResumed> decide(Accord accord, ResumePerformance command) {
    ObservanceRules.actsAsAParty(accord, command.party(), command.filed());
    boolean suspended =
        accord.observance().releases().stream()
            .anyMatch(release -> release.isOpenSuspension(command.party(), command.clause()));
    if (!suspended) {
      throw new Refused(
          ObservanceRefusal.NOT_SUSPENDED,
          "%s has not suspended %s as such: name what its suspension names"
              .formatted(command.party(), extent(command.clause())));
    }
    ObservanceRules.notBeforeFiling("from", command.from(), command.filed());
    return List.of(
        new PerformanceResumed(command.party(), command.clause(), command.from(), command.filed()));
  }

  private static void owesSomethingInForce(Accord accord, SuspendPerformance command) {
    boolean owes =
        accord.clauses().values().stream()
            .map(List::getLast)
            .filter((ClauseInForce version) -> version.binds(command.party()))
            .anyMatch(
                version ->
                    command.clause() == null || version.clause().code().equals(command.clause()));
    if (!owes) {
      throw new Refused(
          ObservanceRefusal.CLAUSE_NOT_OWED,
          "%s has not entered into force for %s"
              .formatted(extent(command.clause()), command.party()));
    }
  }

  private static void isNotSuspended(Accord accord, SuspendPerformance command) {
    boolean suspended =
        accord.observance().releases().stream()
            .anyMatch(
                release ->
                    release.isOpenSuspension(command.party(), null)
                        || release.isOpenSuspension(command.party(), command.clause()));
    if (suspended) {
      throw new Refused(
          ObservanceRefusal.ALREADY_SUSPENDED,
          "%s suspended %s before: resume it first"
              .formatted(command.party(), extent(command.clause())));
    }
  }

  private static @Nullable String conditionReliedOn(Accord accord, SuspendPerformance command) {
    OfferId offer = command.conditionOf();
    if (offer == null) {
      return null;
    }
    Optional<String> words =
        accord.observance().condition(offer, command.party(), command.clause());
    return words.orElseThrow(
        () ->
            new Refused(
                ObservanceRefusal.NO_SUCH_CONDITION,
                "%s accepted %s in offer %s under no condition: leave condition_of out"
                    .formatted(command.party(), extent(command.clause()), offer)));
  }

  private static String extent(@Nullable ClauseCode clause) {
    return clause == null ? "every clause" : "clause " + clause;
  }
}
