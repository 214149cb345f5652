package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCheck;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.ClauseDifference;
import org.accordledger.core.accord.OfferId;
import org.accordledger.projections.AsOf;
import org.jspecify.annotations.Nullable;

/** What was put to each other under an accord, and what was answered. */
final class NegotiationReads {
  private final AccordReads accords;

  NegotiationReads(AccordReads accords) {
    this.accords = accords;
  }

  /**
   * How an offer came about.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point
   */
  Found<OfferChainDocument> chain(AccordId accord, OfferId offer, AsOf asOf) {
    Found<AccordDocument> found = accords.get(accord, asOf);
    Map<OfferId, AccordDocument.Offer> offers =
        found.document().offers().stream()
            .collect(Collectors.toMap(AccordDocument.Offer::offer, Function.identity()));
    AccordDocument.@Nullable Offer last = offers.get(offer);
    if (last == null) {
      throw Parameters.notFound("There is no offer " + offer + " under " + accord + ".");
    }
    List<OfferChainDocument.Step> steps = new ArrayList<>();
    AccordDocument.@Nullable Offer next = last;
    while (next != null) {
      OfferId answered = next.inAnswerTo();
      AccordDocument.@Nullable Offer before = answered == null ? null : offers.get(answered);
      steps.addFirst(step(before, next));
      next = before;
    }
    List<OfferId> counteredBy =
        found.document().offers().stream()
            .filter(other -> offer.equals(other.inAnswerTo()))
            .map(AccordDocument.Offer::offer)
            .toList();
    return found.with(new OfferChainDocument(accord, offer, List.copyOf(steps), counteredBy));
  }

  private static OfferChainDocument.Step step(
      AccordDocument.@Nullable Offer before, AccordDocument.Offer offer) {
    return new OfferChainDocument.Step(
        offer.offer(),
        offer.position(),
        offer.filedOn(),
        offer.offeredBy(),
        offer.severable(),
        offer.source(),
        status(offer),
        offer.inAnswerTo(),
        before == null ? List.of() : ClauseDifference.between(before.items(), offer.items()));
  }

  private static OfferChainDocument.Status status(AccordDocument.Offer offer) {
    if (offer.withdrawal() != null) {
      return OfferChainDocument.Status.WITHDRAWN;
    }
    return offer.lapse() != null
        ? OfferChainDocument.Status.LAPSED
        : OfferChainDocument.Status.STANDING;
  }

  /**
   * Who refused what.
   *
   * @param party whose refusals; null for everybody's
   * @param clause of which text; null for every one
   * @throws org.accordledger.api.problem.ProblemException if there is no such accord at that point
   */
  Found<RefusalsDocument> refusals(
      AccordId accord, @Nullable BodyId party, @Nullable ClauseCode clause, AsOf asOf) {
    Found<AccordDocument> found = accords.get(accord, asOf);
    List<RefusalsDocument.Item> items =
        found.document().offers().stream()
            .flatMap(
                offer ->
                    offer.answers().stream()
                        .filter(answer -> answer.kind() == AccordDocument.AnswerKind.REFUSED)
                        .filter(answer -> party == null || answer.party().equals(party))
                        .filter(answer -> clause == null || answer.items().contains(clause))
                        .map(answer -> refusal(offer, answer)))
            .sorted(Comparator.comparingLong(RefusalsDocument.Item::position))
            .toList();
    return found.with(new RefusalsDocument(accord, items));
  }

  /** What the clauses lack that still can be accepted. */
  Found<ClauseChecksDocument> clauseChecks(AccordId accord, AsOf asOf) {
    Found<AccordDocument> found = accords.get(accord, asOf);
    Set<String> unknown =
        found.document().acts().stream()
            .filter(act -> !act.known())
            .map(NamedAct::code)
            .collect(Collectors.toSet());
    List<ClauseChecksDocument.Item> items =
        found.document().offers().stream()
            .filter(offer -> status(offer) == OfferChainDocument.Status.STANDING)
            .flatMap(offer -> offer.items().stream().map(item -> check(offer, item, unknown)))
            .toList();
    return found.with(new ClauseChecksDocument(accord, items));
  }

  private static ClauseChecksDocument.Item check(
      AccordDocument.Offer offer, Clause item, Set<String> unknown) {
    List<ClauseCheck.Missing> missing = ClauseCheck.missingIn(item);
    return new ClauseChecksDocument.Item(
        offer.offer(),
        item.code(),
        missing.isEmpty(),
        missing,
        item.acts().stream().filter(unknown::contains).toList());
  }

  /** Where an accord comes from and what came from it. */
  Found<LineageDocument> lineage(AccordId accord, AsOf asOf) {
    return accords.lineage(accord, asOf);
  }

  private static RefusalsDocument.Item refusal(
      AccordDocument.Offer offer, AccordDocument.Answer answer) {
    return new RefusalsDocument.Item(
        answer.position(),
        answer.filedOn(),
        answer.party(),
        offer.offer(),
        offer.offeredBy(),
        offer.items().stream()
            .filter(item -> answer.items().contains(item.code()))
            .map(NegotiationReads::refused)
            .toList(),
        answer.reason(),
        answer.words(),
        answer.source());
  }

  private static RefusalsDocument.RefusedText refused(Clause item) {
    return new RefusalsDocument.RefusedText(item.code(), item.text());
  }
}
