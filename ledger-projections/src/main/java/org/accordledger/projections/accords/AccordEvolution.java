package org.accordledger.projections.accords;

import static org.accordledger.projections.accords.OfferOverview.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.accordledger.core.Recorded;
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
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.OfferId;
import org.accordledger.projections.accords.AccordOverview.Charter;
import org.accordledger.projections.accords.AccordOverview.Coverage;
import org.accordledger.projections.accords.AccordOverview.Procedure;
import org.accordledger.projections.accords.OfferOverview.Acceptance;
import org.accordledger.projections.accords.OfferOverview.Item;
import org.accordledger.projections.accords.OfferOverview.Refusal;
import org.jspecify.annotations.Nullable;

/** What each event of an accord changes of its overview. */
final class AccordEvolution {
  private AccordEvolution() {}

  static AccordOverview after(
      @Nullable AccordOverview before, Recorded<?> recorded, AccordEvent event) {
    if (event instanceof AccordDrafted drafted) {
      return at(recorded, charter(drafted), procedure(drafted), List.of(), List.of());
    }
    if (before == null) {
      throw new IllegalStateException("its accord was never drafted");
    }
    return at(
        recorded,
        before.charter(),
        procedure(before.procedure(), event),
        event instanceof ClauseEnteredIntoForce e
            ? entered(before.clauses(), offered(before.offers(), e), e)
            : before.clauses(),
        offers(before.offers(), event));
  }

  private static AccordOverview at(
      Recorded<?> recorded,
      Charter charter,
      Procedure procedure,
      List<ClauseInForce> clauses,
      List<OfferOverview> offers) {
    return new AccordOverview(
        charter,
        procedure,
        clauses,
        offers,
        recorded.streamVersion(),
        recorded.position(),
        recorded.recordedAt());
  }

  private static Charter charter(AccordDrafted e) {
    return new Charter(
        e.accord(),
        e.title(),
        e.lineage(),
        e.parties(),
        e.languages(),
        e.hypothetical(),
        e.retrospective(),
        e.baskets(),
        e.filed().day());
  }

  private static Procedure procedure(AccordDrafted e) {
    return new Procedure(e.rules(), List.of(), List.of(), List.of(), List.of());
  }

  private static Procedure procedure(Procedure p, AccordEvent event) {
    return switch (event) {
      case RulesAdopted e ->
          new Procedure(e.rules(), p.methods(), p.roster(), p.standing(), p.coverage());
      case MethodAdopted e ->
          new Procedure(
              p.rules(), with(p.methods(), e.method()), p.roster(), p.standing(), p.coverage());
      case PanelistAppointed e ->
          new Procedure(p.rules(), p.methods(), roster(p.roster(), e), p.standing(), p.coverage());
      case StandingGranted e ->
          new Procedure(
              p.rules(), p.methods(), p.roster(), with(p.standing(), e.body()), p.coverage());
      case CoverageDeclared e ->
          new Procedure(
              p.rules(),
              p.methods(),
              p.roster(),
              p.standing(),
              with(p.coverage(), new Coverage(e.clause(), e.body(), e.since())));
      case AccordDrafted _, TextOffered _, ItemsAccepted _, ItemsRefused _ -> p;
      case OfferWithdrawn _, ClauseEnteredIntoForce _ -> p;
    };
  }

  /** A second appointment adds baskets to the first. */
  private static List<Panelist> roster(List<Panelist> roster, PanelistAppointed e) {
    List<Panelist> others =
        new ArrayList<>(roster.stream().filter(p -> !p.member().equals(e.member())).toList());
    List<BasketCode> baskets =
        roster.stream()
            .filter(p -> p.member().equals(e.member()))
            .findFirst()
            .map(p -> wider(p.baskets(), e.baskets()))
            .orElse(e.baskets());
    return with(others, new Panelist(e.member(), e.nationality(), baskets));
  }

  private static List<BasketCode> wider(List<BasketCode> first, List<BasketCode> second) {
    return first.isEmpty() || second.isEmpty()
        ? List.of()
        : Stream.concat(first.stream(), second.stream()).distinct().toList();
  }

  private static List<OfferOverview> offers(List<OfferOverview> offers, AccordEvent event) {
    return switch (event) {
      case TextOffered e -> with(offers, offer(e));
      case ItemsAccepted e -> {
        Acceptance acceptance =
            new Acceptance(e.party(), e.filed().day(), e.withoutAdmission(), e.condition());
        yield changing(
            offers,
            e.offer(),
            offer -> offer.changing(e.items(), item -> item.accepted(acceptance)));
      }
      case ItemsRefused e -> {
        Refusal refusal =
            new Refusal(e.party(), e.filed().day(), e.reason(), e.words(), e.source());
        yield changing(
            offers, e.offer(), offer -> offer.changing(e.items(), item -> item.refused(refusal)));
      }
      case OfferWithdrawn e -> changing(offers, e.offer(), offer -> offer.withdrawnFor(e.reason()));
      case ClauseEnteredIntoForce e ->
          changing(offers, e.offer(), offer -> offer.changing(List.of(e.clause()), Item::entered));
      case AccordDrafted _, RulesAdopted _, MethodAdopted _, PanelistAppointed _ -> offers;
      case StandingGranted _, CoverageDeclared _ -> offers;
    };
  }

  private static OfferOverview offer(TextOffered e) {
    return new OfferOverview(
        e.offer(),
        e.offeredBy(),
        e.filed().day(),
        e.severable(),
        e.source(),
        null,
        e.items().stream().map(Item::offered).toList());
  }

  private static List<OfferOverview> changing(
      List<OfferOverview> offers, OfferId id, UnaryOperator<OfferOverview> change) {
    return offers.stream()
        .map(offer -> offer.offer().equals(id) ? change.apply(offer) : offer)
        .toList();
  }

  private static Clause offered(List<OfferOverview> offers, ClauseEnteredIntoForce e) {
    return offers.stream()
        .filter(offer -> offer.offer().equals(e.offer()))
        .flatMap(offer -> offer.items().stream())
        .map(Item::clause)
        .filter(clause -> clause.code().equals(e.clause()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("its clause was never offered"));
  }

  private static List<ClauseInForce> entered(
      List<ClauseInForce> clauses, Clause text, ClauseEnteredIntoForce e) {
    LocalDate last = e.from().minusDays(1);
    List<ClauseInForce> ended =
        clauses.stream()
            .map(
                c ->
                    c.clause().code().equals(e.clause()) && c.until() == null
                        ? new ClauseInForce(c.clause(), c.version(), c.from(), last, c.testable())
                        : c)
            .toList();
    return with(ended, new ClauseInForce(text, e.version(), e.from(), null, e.testable()));
  }
}
