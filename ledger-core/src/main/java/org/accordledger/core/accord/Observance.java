package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.accordledger.core.accord.AccordEvent.CoverageDeclared;
import org.accordledger.core.accord.AccordEvent.ItemsAccepted;
import org.accordledger.core.accord.AccordEvent.PanelistAppointed;
import org.accordledger.core.accord.AccordEvent.StandingGranted;
import org.jspecify.annotations.Nullable;

/**
 * How an accord that was agreed is read, kept and left. Days are kept and not states: whether a
 * party owes something is asked of a day.
 *
 * @param statements reservations and understandings, in the order they were made
 * @param releases days on which parties do not owe what they accepted
 * @param ends the day from which each party that declared it wants the accord to end
 * @param coverage who monitors what and when, in the order declared
 * @param standingEnds first day without standing, of bodies that lost it
 * @param retired first day off the roster, of panelists that left it
 * @param cooperationEnds first day without, of cooperation items that were withdrawn
 * @param conditions of acceptances
 */
public record Observance(
    List<Statement> statements,
    List<Release> releases,
    Map<BodyId, LocalDate> ends,
    List<Coverage> coverage,
    Map<BodyId, LocalDate> standingEnds,
    Map<AccountId, LocalDate> retired,
    StandingRules standingRules,
    Map<ClauseCode, LocalDate> cooperationEnds,
    List<Condition> conditions,
    Glossary glossary) {
  /** Of an accord to which nothing happened yet. */
  static final Observance NONE =
      new Observance(
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          Map.of(),
          Map.of(),
          StandingRules.INITIAL,
          Map.of(),
          List.of(),
          Glossary.EMPTY);

  /**
   * A body monitors a clause.
   *
   * @param until last day; null while it goes on
   */
  public record Coverage(
      ClauseCode clause, BodyId body, LocalDate since, @Nullable LocalDate until) {
    /** True if it is of this body and clause and goes on. */
    boolean isOpen(ClauseCode what, BodyId who) {
      return until == null && clause.equals(what) && body.equals(who);
    }

    public boolean holdsOn(LocalDate day) {
      return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
  }

  /** The words under which a party accepted: "A while B". */
  record Condition(OfferId offer, BodyId party, Set<ClauseCode> items, String words) {}

  /** True if the party owes nothing any more on this day because it left. */
  public boolean hasLeft(BodyId party, LocalDate day) {
    return releases.stream()
        .anyMatch(
            release ->
                release.kind() == Release.Kind.WITHDRAWAL
                    && party.equals(release.party())
                    && release.holdsOn(day));
  }

  /** First day without the accord; null while nothing ends it. */
  public @Nullable LocalDate terminatedFrom() {
    return releases.stream()
        .filter(release -> release.kind() == Release.Kind.TERMINATION)
        .map(Release::from)
        .findFirst()
        .orElse(null);
  }

  /** True if a body that was granted standing has it on this day. */
  public boolean keepsStanding(BodyId body, LocalDate day) {
    LocalDate end = standingEnds.get(body);
    return end == null || day.isBefore(end);
  }

  /** True if a panelist of the roster can be seated on this day. */
  public boolean sits(AccountId member, LocalDate day) {
    LocalDate end = retired.get(member);
    return end == null || day.isBefore(end);
  }

  /** The party's reservations to a clause that it had entered by a day. */
  public List<Statement> reservations(BodyId party, ClauseCode clause, LocalDate by) {
    return statements.stream()
        .filter(statement -> statement.kind() == Statement.Kind.RESERVATION)
        .filter(statement -> statement.party().equals(party) && statement.clause().equals(clause))
        .filter(statement -> !statement.since().isAfter(by))
        .toList();
  }

  Optional<Coverage> openCoverage(ClauseCode clause, BodyId body) {
    return coverage.stream().filter(one -> one.isOpen(clause, body)).findFirst();
  }

  /** The words under which the party accepted the clause in an offer. */
  Optional<String> condition(OfferId offer, BodyId party, @Nullable ClauseCode clause) {
    return conditions.stream()
        .filter(one -> one.offer().equals(offer) && one.party().equals(party))
        .filter(one -> clause == null || one.items().contains(clause))
        .map(Condition::words)
        .findFirst();
  }

  /** The state after one more event of the accord. */
  Observance after(AccordEvent event) {
    return switch (event) {
      case ObservanceEvent e -> ObservanceFold.after(this, e);
      case CoverageDeclared e ->
          new ObservanceEdit(this)
              .coverage(Copies.with(coverage, new Coverage(e.clause(), e.body(), e.since(), null)))
              .done();
      case StandingGranted e ->
          new ObservanceEdit(this).standingEnds(without(standingEnds, e.body())).done();
      case PanelistAppointed e ->
          new ObservanceEdit(this).retired(without(retired, e.member())).done();
      case ItemsAccepted e when e.condition() != null -> conditioned(e, e.condition());
      default -> this;
    };
  }

  private Observance conditioned(ItemsAccepted event, String words) {
    Condition condition =
        new Condition(event.offer(), event.party(), Set.copyOf(event.items()), words);
    return new ObservanceEdit(this).conditions(Copies.with(conditions, condition)).done();
  }

  private static <K> Map<K, LocalDate> without(Map<K, LocalDate> map, K key) {
    Map<K, LocalDate> copy = new LinkedHashMap<>(map);
    copy.remove(key);
    return copy;
  }
}
