package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * What a case needs to know of its accord, as a value at a stated version of the accord's stream.
 * The event records that version, so replay needs no second look and no later amendment changes
 * what was decided.
 *
 * @param version version of the accord's stream these terms were read at
 * @param clauses every version of every clause that ever entered into force, oldest first
 * @param offered codes of clauses that were offered, in force or not
 * @param standing bodies that may file beside the parties
 * @param roster who may sit on panels
 * @param observance reservations, releases and readings, and since when
 */
public record AccordTerms(
    AccordId accord,
    long version,
    Set<BodyId> parties,
    boolean retrospective,
    Map<ClauseCode, List<ClauseInForce>> clauses,
    Set<ClauseCode> offered,
    Map<ClauseCode, String> refusals,
    Set<BodyId> standing,
    List<Panelist> roster,
    ProcedureRules rules,
    Observance observance) {

  /**
   * One clause version in force.
   *
   * @param until last day, set when a later version took its place; null while it holds
   */
  public record ClauseInForce(
      Clause clause, int version, LocalDate from, @Nullable LocalDate until, boolean testable) {
    public boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** True if the party owes this clause. */
    public boolean binds(BodyId party) {
      return clause.boundParties().isEmpty() || clause.boundParties().contains(party);
    }
  }

  /** Someone on the roster; an empty list of baskets means all. */
  public record Panelist(AccountId member, BodyId nationality, List<BasketCode> baskets) {}

  /** The version of a clause that held on a day. */
  public Optional<ClauseInForce> clauseOn(ClauseCode code, LocalDate day) {
    return clauses.getOrDefault(code, List.of()).stream().filter(c -> c.holdsOn(day)).findFirst();
  }

  /**
   * The basket of a clause version.
   *
   * @param version null for none, which lies in no basket
   */
  public Optional<BasketCode> basketOf(ClauseCode code, @Nullable Integer version) {
    return version(code, version).map(Clause::basket);
  }

  /**
   * The text of a clause version that came into force.
   *
   * @param version null for none
   */
  public Optional<Clause> version(ClauseCode code, @Nullable Integer version) {
    return clauses.getOrDefault(code, List.of()).stream()
        .filter(c -> Integer.valueOf(c.version()).equals(version))
        .map(ClauseInForce::clause)
        .findFirst();
  }

  /** The rules of procedure in the basket of a clause version; the accord's if it is in none. */
  public ProcedureRules rulesFor(ClauseCode code, @Nullable Integer version) {
    return basketOf(code, version).map(rules::in).orElse(rules);
  }
}
