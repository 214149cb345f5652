package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Days on which parties do not owe what they accepted. Conduct of such a day is not judged.
 *
 * @param party null for every party
 * @param clause null for every clause
 * @param from first day
 * @param until last day; null while nothing ends it. One before {@code from} leaves no day
 * @param condition the words of the condition a suspension relies on; null if on none
 */
public record Release(
    Kind kind,
    @Nullable BodyId party,
    @Nullable ClauseCode clause,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable String condition) {

  /** What releases, the strongest first: it is the one a ruling rests on. */
  public enum Kind {
    TERMINATION,
    WITHDRAWAL,
    SUSPENSION
  }

  static Release suspension(ObservanceEvent.PerformanceSuspended event) {
    return new Release(
        Kind.SUSPENSION, event.party(), event.clause(), event.from(), null, event.condition());
  }

  static Release withdrawal(BodyId party, LocalDate from) {
    return new Release(Kind.WITHDRAWAL, party, null, from, null, null);
  }

  static Release termination(LocalDate from) {
    return new Release(Kind.TERMINATION, null, null, from, null, null);
  }

  /** The same, ended on the day before performance begins again. */
  Release resumed(LocalDate from) {
    return new Release(kind, party, clause, this.from, from.minusDays(1), condition);
  }

  /** True if it releases this party from this clause. */
  public boolean covers(BodyId who, ClauseCode what) {
    return (party == null || party.equals(who)) && (clause == null || clause.equals(what));
  }

  public boolean holdsOn(LocalDate day) {
    return overlaps(day, day);
  }

  /** True if it holds on any of the days, both ends included. */
  public boolean overlaps(LocalDate first, LocalDate last) {
    return !from.isAfter(last)
        && (until == null || (!until.isBefore(first) && !until.isBefore(from)));
  }

  /** What releases the party from the clause on a day, the strongest; empty if nothing does. */
  public static Optional<Release> on(
      List<Release> releases, BodyId party, ClauseCode clause, LocalDate day) {
    return releases.stream()
        .filter(release -> release.covers(party, clause) && release.holdsOn(day))
        .min(Comparator.comparing(Release::kind));
  }

  /**
   * Whether the party owes the clause on any of the days, both ends included, as far as releases
   * go.
   */
  public static boolean owedOnAny(
      List<Release> releases, BodyId party, ClauseCode clause, LocalDate first, LocalDate last) {
    LocalDate day = first;
    while (!day.isAfter(last)) {
      Release release = on(releases, party, clause, day).orElse(null);
      if (release == null) {
        return true;
      }
      LocalDate end = release.until();
      if (end == null) {
        return false;
      }
      day = end.plusDays(1);
    }
    return false;
  }

  /** The releases after one more event. */
  public static List<Release> after(List<Release> before, ObservanceEvent event) {
    return switch (event) {
      case ObservanceEvent.PerformanceSuspended e -> with(before, suspension(e));
      case ObservanceEvent.PerformanceResumed e ->
          before.stream()
              .map(r -> r.isOpenSuspension(e.party(), e.clause()) ? r.resumed(e.from()) : r)
              .toList();
      case ObservanceEvent.PartyWithdrew e -> with(before, withdrawal(e.party(), e.effective()));
      case ObservanceEvent.AccordTerminated e -> with(before, termination(e.effective()));
      case ObservanceEvent.ReservationEntered _,
          ObservanceEvent.UnderstandingDeclared _,
          ObservanceEvent.TerminationDeclared _,
          ObservanceEvent.CoverageWithdrawn _,
          ObservanceEvent.StandingWithdrawn _,
          ObservanceEvent.PanelistRetired _,
          ObservanceEvent.StandingRulesAdopted _,
          ObservanceEvent.CooperationWithdrawn _,
          ObservanceEvent.TermAgreed _,
          ObservanceEvent.TermDisputed _,
          ObservanceEvent.InterpretationRecorded _ ->
          before;
    };
  }

  /** True if the party suspended exactly this, a clause or everything, and has not resumed it. */
  boolean isOpenSuspension(BodyId who, @Nullable ClauseCode what) {
    return kind == Kind.SUSPENSION
        && until == null
        && who.equals(party)
        && Objects.equals(clause, what);
  }

  private static List<Release> with(List<Release> before, Release added) {
    return Copies.with(before, added);
  }
}
