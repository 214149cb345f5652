package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;

/**
 * What one party owes on a day and what it was given in return. The two are told apart, and nothing
 * is set off.
 *
 * @param owes clauses that bind it, in the order they entered into force
 * @param given clauses that bind others, by party in the order of the draft
 */
public record Obligations(BodyId party, List<Owed> owes, List<Owed> given) {
  /**
   * A clause in force that binds a party.
   *
   * @param since first day of this version
   * @param performed false while a suspension or the party's having left releases it
   */
  public record Owed(
      BodyId by,
      ClauseCode clause,
      int version,
      Clause.Kind kind,
      LocalDate since,
      boolean performed) {}

  /** By party, in the order of the draft. */
  public static List<Obligations> on(Accord accord, LocalDate day) {
    return accord.parties().stream()
        .map(
            party ->
                new Obligations(
                    party,
                    owed(accord, party, day),
                    accord.parties().stream()
                        .filter(other -> !other.equals(party))
                        .flatMap(other -> owed(accord, other, day).stream())
                        .toList()))
        .toList();
  }

  private static List<Owed> owed(Accord accord, BodyId party, LocalDate day) {
    AccordTerms terms = accord.terms();
    return accord.clauses().keySet().stream()
        .map(clause -> terms.clauseOn(clause, day))
        .flatMap(Optional::stream)
        .filter(version -> version.binds(party))
        .map(version -> owed(accord, party, version, day))
        .toList();
  }

  private static Owed owed(Accord accord, BodyId party, ClauseInForce version, LocalDate day) {
    ClauseCode code = version.clause().code();
    return new Owed(
        party,
        code,
        version.version(),
        version.clause().kind(),
        version.from(),
        Release.on(accord.observance().releases(), party, code, day).isEmpty());
  }
}
