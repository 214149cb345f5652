package org.accordledger.core.accord;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
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
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.jspecify.annotations.Nullable;

/**
 * What the events of an accord's stream add up to.
 *
 * @param version version of the stream: 0 after the first event
 * @param clauses every version that ever entered into force, oldest first
 * @param methods scoring methods adopted, the one in force last
 * @param negotiation what has become of texts beside their acceptance and refusal
 * @param observance how it is read, kept and left since it was agreed
 */
public record Accord(
    AccordDrafted drafted,
    long version,
    ProcedureRules rules,
    List<Integer> methods,
    List<Panelist> roster,
    Set<BodyId> standing,
    Map<OfferId, Offer> offers,
    Map<ClauseCode, List<ClauseInForce>> clauses,
    Negotiation negotiation,
    Observance observance) {

  /**
   * The state after one more event.
   *
   * @param before null before the first event of the stream
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public static Accord evolve(@Nullable Accord before, AccordEvent event) {
    if (before != null) {
      return before.apply(event);
    }
    if (event instanceof AccordDrafted drafted) {
      return new Accord(
          drafted,
          0,
          drafted.rules(),
          List.of(),
          List.of(),
          Set.of(),
          Map.of(),
          Map.of(),
          Negotiation.NONE,
          Observance.NONE);
    }
    throw new IllegalStateException(
        "an accord's stream starts with its draft, not with " + event.getClass().getSimpleName());
  }

  /**
   * The state after one more event.
   *
   * @throws IllegalStateException if the event cannot follow what came before
   */
  public Accord apply(AccordEvent event) {
    Accord after = changed(event);
    return after.observing(observance.after(event));
  }

  private Accord changed(AccordEvent event) {
    return switch (event) {
      case AccordDrafted _ -> throw new IllegalStateException(id() + " was drafted before");
      case RulesAdopted e -> next(e.rules(), methods, roster, standing);
      case MethodAdopted e -> next(rules, Copies.with(methods, e.method()), roster, standing);
      case PanelistAppointed e -> next(rules, methods, seatOnRoster(e), standing);
      case StandingGranted e ->
          next(rules, methods, roster, Copies.with(standing, Set.of(e.body())));
      case CoverageDeclared _, ObservanceEvent _ -> next(rules, methods, roster, standing);
      case TextOffered e -> nextOffer(Offer.made(e));
      case ItemsAccepted e -> nextOffer(offer(e.offer()).accepted(e.party(), e.items()));
      case ItemsRefused e -> nextOffer(offer(e.offer()).refused(e.party(), e.items()));
      case OfferWithdrawn e -> nextOffer(offer(e.offer()).withdraw());
      case ClauseEnteredIntoForce e -> enterIntoForce(e);
      case NegotiationEvent e -> nextNegotiation(negotiation.apply(e));
    };
  }

  public AccordId id() {
    return drafted.accord();
  }

  /** Ids of the parties, in the order the draft names them. */
  public Set<BodyId> parties() {
    return drafted.parties().stream()
        .map(Party::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What a case under this accord needs to know of it, at this version. */
  public AccordTerms terms() {
    Set<ClauseCode> offered = new LinkedHashSet<>();
    offers.values().forEach(offer -> offer.items().forEach(item -> offered.add(item.code())));
    Map<ClauseCode, String> refusals = new LinkedHashMap<>();
    for (ClauseCode clause : offered) {
      String words = refusalsOf(clause);
      if (!words.isEmpty()) {
        refusals.put(clause, words);
      }
    }
    return new AccordTerms(
        id(),
        version,
        parties(),
        drafted.retrospective(),
        clauses,
        offered,
        refusals,
        standing,
        roster,
        rules,
        observance);
  }

  Optional<Panelist> panelist(PanelistAppointed event) {
    return roster.stream().filter(p -> p.member().equals(event.member())).findFirst();
  }

  Optional<ClauseInForce> newestVersionOf(ClauseCode clause) {
    List<ClauseInForce> versions = clauses.getOrDefault(clause, List.of());
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  private String refusalsOf(ClauseCode clause) {
    return offers.values().stream()
        .flatMap(offer -> offer.refusalsOf(clause).map(refusal -> Map.entry(offer, refusal)))
        .map(
            entry ->
                "%s refused it in offer %s"
                    .formatted(entry.getValue().party(), entry.getKey().id()))
        .collect(joining("; "));
  }

  private Offer offer(OfferId id) {
    Offer offer = offers.get(id);
    if (offer == null) {
      throw new IllegalStateException("no offer " + id + " in " + id());
    }
    return offer;
  }

  private static Panelist onRoster(PanelistAppointed event) {
    return new Panelist(event.member(), event.nationality(), event.baskets());
  }

  private List<Panelist> seatOnRoster(PanelistAppointed event) {
    Optional<Panelist> before = panelist(event);
    if (before.isPresent() && observance.retired().containsKey(event.member())) {
      return roster.stream().map(p -> p.equals(before.get()) ? onRoster(event) : p).toList();
    }
    if (before.isEmpty()) {
      return Copies.with(roster, onRoster(event));
    }
    Panelist wider = before.get();
    List<BasketCode> baskets =
        wider.baskets().isEmpty() || event.baskets().isEmpty()
            ? List.of()
            : Stream.concat(wider.baskets().stream(), event.baskets().stream()).distinct().toList();
    return roster.stream()
        .map(p -> p.equals(wider) ? new Panelist(wider.member(), wider.nationality(), baskets) : p)
        .toList();
  }

  private Accord enterIntoForce(ClauseEnteredIntoForce event) {
    Offer offer = offer(event.offer());
    Clause text =
        offer
            .item(event.clause())
            .orElseThrow(() -> new IllegalStateException(event.clause() + " was not offered"));
    List<ClauseInForce> ended =
        clauses.getOrDefault(event.clause(), List.of()).stream()
            .map(before -> before.until() == null ? endedBefore(before, event.from()) : before)
            .toList();
    ClauseInForce entered =
        new ClauseInForce(text, event.version(), event.from(), null, event.testable());
    return new Accord(
        drafted,
        version + 1,
        rules,
        methods,
        roster,
        standing,
        Copies.with(offers, offer.id(), offer.entered(event.clause())),
        Copies.with(clauses, event.clause(), Copies.with(ended, entered)),
        negotiation,
        observance);
  }

  private static ClauseInForce endedBefore(ClauseInForce version, LocalDate from) {
    return new ClauseInForce(
        version.clause(), version.version(), version.from(), from.minusDays(1), version.testable());
  }

  private Accord nextOffer(Offer offer) {
    return new Accord(
        drafted,
        version + 1,
        rules,
        methods,
        roster,
        standing,
        Copies.with(offers, offer.id(), offer),
        clauses,
        negotiation,
        observance);
  }

  private Accord next(
      ProcedureRules newRules,
      List<Integer> newMethods,
      List<Panelist> newRoster,
      Set<BodyId> newStanding) {
    return new Accord(
        drafted,
        version + 1,
        newRules,
        newMethods,
        newRoster,
        newStanding,
        offers,
        clauses,
        negotiation,
        observance);
  }

  private Accord nextNegotiation(Negotiation next) {
    return new Accord(
        drafted, version + 1, rules, methods, roster, standing, offers, clauses, next, observance);
  }

  private Accord observing(Observance next) {
    return new Accord(
        drafted, version, rules, methods, roster, standing, offers, clauses, negotiation, next);
  }
}
