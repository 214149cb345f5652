package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.jspecify.annotations.Nullable;

/**
 * A clause in force that nobody monitors.
 *
 * @param version that holds
 * @param bound the parties that owe it, none left out
 * @param coveredUntil last day on which somebody monitored it; null if nobody ever did
 */
public record Uncovered(
    ClauseCode clause,
    int version,
    List<BodyId> bound,
    Clause.Verifiability verifiability,
    @Nullable LocalDate coveredUntil) {

  /** What nobody monitors on a day, in the order the clauses entered into force. */
  public static List<Uncovered> on(Accord accord, LocalDate day) {
    return accord.clauses().keySet().stream()
        .map(clause -> accord.terms().clauseOn(clause, day))
        .flatMap(Optional::stream)
        .filter(version -> version.clause().kind() != Clause.Kind.COOPERATION)
        .filter(version -> coverage(accord, version).stream().noneMatch(one -> one.holdsOn(day)))
        .map(version -> of(accord, version, day))
        .toList();
  }

  private static Uncovered of(Accord accord, ClauseInForce version, LocalDate day) {
    LocalDate until =
        coverage(accord, version).stream()
            .flatMap(one -> Optional.ofNullable(one.until()).stream())
            .filter(last -> last.isBefore(day))
            .max(LocalDate::compareTo)
            .orElse(null);
    return new Uncovered(
        version.clause().code(),
        version.version(),
        accord.parties().stream().filter(version::binds).toList(),
        version.clause().verifiability(),
        until);
  }

  private static List<Observance.Coverage> coverage(Accord accord, ClauseInForce version) {
    return accord.observance().coverage().stream()
        .filter(one -> one.clause().equals(version.clause().code()))
        .toList();
  }
}
