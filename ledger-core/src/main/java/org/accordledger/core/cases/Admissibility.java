package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.Filing;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Release;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.election.EmbargoWindow;
import org.jspecify.annotations.Nullable;

/**
 * The grounds that data decide. The system declares them in the same decision that records the
 * allegation, and says which rule and which text each rests on.
 */
final class Admissibility {
  private static final Actor SYSTEM = new Actor(new AccountId("system"), Role.SYSTEM, null);

  private Admissibility() {}

  /** The ground on which the allegation goes no further, if data decide one. */
  static Optional<DecidedGround> of(
      Allegation allegation, ApplicableVersion applicable, @Nullable EmbargoWindow embargo) {
    ClauseInForce held = applicable.held();
    if (held == null) {
      return Optional.of(
          applicable.endedBeforeEntry()
              ? new DecidedGround(
                  Ground.BEFORE_ENTRY_INTO_FORCE,
                  "%s entered into force on %s and the conduct ended by %s"
                      .formatted(
                          clause(allegation), applicable.first().from(), applicable.latest()))
              : new DecidedGround(
                  Ground.NOT_IN_FORCE,
                  "%s held on no day of the conduct, which %s %s"
                      .formatted(
                          clause(allegation),
                          applicable.ongoing() ? "was going on on" : "ended by",
                          applicable.latest())));
    }
    Release release = applicable.release();
    if (release != null) {
      return Optional.of(released(allegation, applicable, release));
    }
    if (!held.testable()) {
      return Optional.of(
          new DecidedGround(
              Ground.UNTESTABLE_CLAUSE,
              "%s, version %d, in force from %s, was marked untestable when it was accepted"
                  .formatted(clause(allegation), held.version(), held.from())));
    }
    LocalDate from = allegation.occurred().from();
    if (embargo != null && embargo.excludes(from, applicable.latest())) {
      return Optional.of(
          new DecidedGround(
              Ground.EMBARGO_NOT_OPEN,
              "%s, version %d; %s; the conduct was %s"
                  .formatted(
                      clause(allegation),
                      held.version(),
                      embargo.restsOn(),
                      from == null ? "not dated" : "from " + from + " to " + applicable.latest())));
    }
    return Optional.empty();
  }

  /** On every day of the conduct on which the clause held, the respondent did not owe it. */
  private static DecidedGround released(
      Allegation allegation, ApplicableVersion applicable, Release release) {
    String conduct =
        ", and the conduct %s %s"
            .formatted(applicable.ongoing() ? "was going on on" : "ended by", applicable.latest());
    return switch (release.kind()) {
      case TERMINATION ->
          new DecidedGround(
              Ground.NOT_IN_FORCE,
              "%s ended on %s".formatted(allegation.accord(), release.from()) + conduct);
      case WITHDRAWAL ->
          new DecidedGround(
              Ground.NOT_A_PARTY,
              "%s left %s on %s"
                      .formatted(allegation.respondent(), allegation.accord(), release.from())
                  + conduct);
      case SUSPENSION ->
          new DecidedGround(
              Ground.CLAUSE_SUSPENDED,
              "%s suspended %s from %s%s%s"
                      .formatted(
                          allegation.respondent(),
                          clause(allegation),
                          release.from(),
                          release.until() == null ? "" : " to " + release.until(),
                          release.condition() == null
                              ? ""
                              : ", relying on its condition: " + release.condition())
                  + conduct);
    };
  }

  /** In the system's name, at the time and with the date of the filing it follows from. */
  static Filing bySystem(Filing submitted) {
    return new Filing(SYSTEM, submitted.at(), submitted.dated());
  }

  private static String clause(Allegation allegation) {
    return "clause %s of %s".formatted(allegation.clause(), allegation.accord());
  }

  /** A ground and the text it rests on. */
  record DecidedGround(Ground ground, String restsOn) {
    /** The declaration, in the system's name and on the day of the allegation's filing. */
    CaseDeclaredInadmissible declared(Filing submitted) {
      return new CaseDeclaredInadmissible(
          ground, ground.rule(), restsOn, Map.of(), bySystem(submitted));
    }
  }
}
