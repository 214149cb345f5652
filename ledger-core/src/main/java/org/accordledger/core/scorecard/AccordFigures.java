package org.accordledger.core.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordEvent.ClauseEnteredIntoForce;
import org.accordledger.core.accord.AccordEvent.CoverageDeclared;
import org.accordledger.core.accord.AccordEvent.ItemsAccepted;
import org.accordledger.core.accord.AccordEvent.ItemsRefused;
import org.accordledger.core.accord.AccordEvent.MethodAdopted;
import org.accordledger.core.accord.AccordEvent.OfferWithdrawn;
import org.accordledger.core.accord.AccordEvent.PanelistAppointed;
import org.accordledger.core.accord.AccordEvent.RulesAdopted;
import org.accordledger.core.accord.AccordEvent.StandingGranted;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.NegotiationEvent;
import org.accordledger.core.accord.ObservanceEvent;
import org.accordledger.core.accord.OfferId;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.Release;
import org.accordledger.core.accord.ScoringMethod;
import org.jspecify.annotations.Nullable;

/**
 * What the scorecard needs to remember of one accord, and nothing else.
 *
 * @param parties in the order of the draft
 * @param offered every clause ever offered that is no cooperation item, oldest first
 * @param inForce every version of those that entered into force, oldest first
 * @param methods scoring methods adopted, the one in force last
 * @param releases days on which parties do not owe what they accepted; null before the first
 */
public record AccordFigures(
    AccordId accord,
    Map<LanguageTag, String> title,
    boolean hypothetical,
    List<Party> parties,
    List<Offered> offered,
    List<InForce> inForce,
    List<Coverage> coverage,
    List<Integer> methods,
    @Nullable List<Release> releases) {

  /**
   * A clause of an offer.
   *
   * @param bound the parties it would bind, none left out
   */
  public record Offered(OfferId offer, ClauseCode clause, List<BodyId> bound) {}

  /**
   * A clause version.
   *
   * @param from first day; a later version ends it the day before its own
   * @param bound the parties it binds, none left out
   */
  public record InForce(ClauseCode clause, int version, LocalDate from, List<BodyId> bound) {}

  /**
   * Somebody monitors a clause since a day.
   *
   * @param until last day; null while it goes on
   */
  public record Coverage(
      ClauseCode clause, BodyId body, LocalDate since, @Nullable LocalDate until) {
    boolean holdsOn(LocalDate day) {
      return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
  }

  /**
   * The figures after one more event of the accord.
   *
   * @param before null before the first event
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public static AccordFigures evolve(@Nullable AccordFigures before, AccordEvent event) {
    if (before != null) {
      return before.apply(event);
    }
    if (event instanceof AccordDrafted e) {
      return new AccordFigures(
          e.accord(),
          e.title(),
          e.hypothetical(),
          e.parties(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null);
    }
    throw new IllegalStateException(
        "an accord starts with its draft, not with " + event.getClass().getSimpleName());
  }

  private AccordFigures apply(AccordEvent event) {
    return switch (event) {
      case AccordDrafted _ -> throw new IllegalStateException(accord + " was drafted");
      case MethodAdopted e -> next(offered, inForce, coverage, with(methods, e.method()));
      case CoverageDeclared e ->
          next(
              offered,
              inForce,
              with(coverage, new Coverage(e.clause(), e.body(), e.since(), null)),
              methods);
      case TextOffered e -> next(offered(e), inForce, coverage, methods);
      case ObservanceEvent.CoverageWithdrawn e -> next(offered, inForce, uncovered(e), methods);
      case ObservanceEvent e -> releasing(e);
      case ClauseEnteredIntoForce e -> next(offered, entered(e), coverage, methods);
      case RulesAdopted _, PanelistAppointed _, StandingGranted _ -> this;
      // what is refused or withdrawn was still offered: its cells say that it is not in force
      case ItemsAccepted _, ItemsRefused _, OfferWithdrawn _, NegotiationEvent _ -> this;
    };
  }

  /** The scoring method in force: the last one adopted, else the first there is. */
  public int method() {
    return methods.isEmpty() ? ScoringMethod.STANDING.number() : methods.getLast();
  }

  /** Cells of this accord, by clause in the order first offered, then by party. */
  List<CellKey> cells() {
    return offered.stream()
        .map(Offered::clause)
        .distinct()
        .flatMap(
            clause ->
                parties.stream()
                    .map(Party::id)
                    .filter(party -> mayBind(clause, party))
                    .map(party -> new CellKey(accord, party, clause)))
        .toList();
  }

  private boolean mayBind(ClauseCode clause, BodyId party) {
    return offered.stream().anyMatch(o -> o.clause().equals(clause) && o.bound().contains(party));
  }

  /**
   * The first day of the first version that the party owes on any of the days from..to, released
   * from it by nothing; null if there is none.
   */
  @Nullable LocalDate firstBound(BodyId party, ClauseCode clause, LocalDate from, LocalDate to) {
    List<InForce> versions = inForce.stream().filter(v -> v.clause().equals(clause)).toList();
    for (int i = 0; i < versions.size(); i++) {
      InForce version = versions.get(i);
      LocalDate first = version.from().isBefore(from) ? from : version.from();
      LocalDate last = i + 1 < versions.size() ? versions.get(i + 1).from().minusDays(1) : to;
      if (version.bound().contains(party)
          && Release.owedOnAny(released(), party, clause, first, last.isAfter(to) ? to : last)) {
        return version.from();
      }
    }
    return null;
  }

  /** Who monitors the clause on the day, in the order declared. */
  List<BodyId> coveredBy(ClauseCode clause, LocalDate day) {
    return coverage.stream()
        .filter(c -> c.clause().equals(clause) && c.holdsOn(day))
        .map(Coverage::body)
        .distinct()
        .toList();
  }

  private List<Offered> offered(TextOffered event) {
    List<Offered> all = new ArrayList<>(offered);
    for (Clause item : event.items()) {
      if (item.kind() != Clause.Kind.COOPERATION) {
        List<BodyId> bound =
            item.boundParties().isEmpty()
                ? parties.stream().map(Party::id).toList()
                : item.boundParties();
        all.add(new Offered(event.offer(), item.code(), bound));
      }
    }
    return List.copyOf(all);
  }

  private List<InForce> entered(ClauseEnteredIntoForce event) {
    return offered.stream()
        .filter(o -> o.offer().equals(event.offer()) && o.clause().equals(event.clause()))
        .findFirst()
        .map(o -> with(inForce, new InForce(o.clause(), event.version(), event.from(), o.bound())))
        .orElse(inForce);
  }

  private AccordFigures next(
      List<Offered> nextOffered,
      List<InForce> nextInForce,
      List<Coverage> nextCoverage,
      List<Integer> nextMethods) {
    return new AccordFigures(
        accord,
        title,
        hypothetical,
        parties,
        nextOffered,
        nextInForce,
        nextCoverage,
        nextMethods,
        releases);
  }

  /**
   * Null and not empty where there is none, so that what was stored before there were any reads.
   */
  private List<Release> released() {
    return releases == null ? List.of() : releases;
  }

  private AccordFigures releasing(ObservanceEvent event) {
    List<Release> next = Release.after(released(), event);
    return next.isEmpty()
        ? this
        : new AccordFigures(
            accord, title, hypothetical, parties, offered, inForce, coverage, methods, next);
  }

  private List<Coverage> uncovered(ObservanceEvent.CoverageWithdrawn event) {
    return coverage.stream()
        .map(
            c ->
                c.until() == null
                        && c.clause().equals(event.clause())
                        && c.body().equals(event.body())
                    ? new Coverage(c.clause(), c.body(), c.since(), event.from().minusDays(1))
                    : c)
        .toList();
  }

  private static <T> List<T> with(List<T> list, T added) {
    List<T> all = new ArrayList<>(list);
    all.add(added);
    return List.copyOf(all);
  }
}
