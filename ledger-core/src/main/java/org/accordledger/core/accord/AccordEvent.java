package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** What can have happened to an accord. */
public sealed interface AccordEvent extends LedgerEvent
    permits AccordEvent.AccordDrafted,
        AccordEvent.RulesAdopted,
        AccordEvent.MethodAdopted,
        AccordEvent.PanelistAppointed,
        AccordEvent.StandingGranted,
        AccordEvent.CoverageDeclared,
        AccordEvent.TextOffered,
        AccordEvent.ItemsAccepted,
        AccordEvent.ItemsRefused,
        AccordEvent.OfferWithdrawn,
        AccordEvent.ClauseEnteredIntoForce,
        NegotiationEvent,
        ObservanceEvent {
  /**
   * The first event of an accord's stream.
   *
   * @param lineage ids or titles of predecessor accords and outside instruments it cites
   * @param hypothetical shown on every page and export
   * @param retrospective the record is entered after the fact: acts may carry the date they bear
   */
  record AccordDrafted(
      AccordId accord,
      Map<LanguageTag, String> title,
      List<String> lineage,
      List<Party> parties,
      List<LanguageTag> languages,
      boolean hypothetical,
      boolean retrospective,
      List<Basket> baskets,
      ProcedureRules rules,
      Filing filed)
      implements AccordEvent {}

  /** New clocks and quorums hold for what is decided from here on. */
  record RulesAdopted(ProcedureRules rules, Filing filed) implements AccordEvent {}

  /** The scoring method in force from here on. */
  record MethodAdopted(int method, Filing filed) implements AccordEvent {}

  /** A panelist joins the roster of the named baskets; none named means all. */
  record PanelistAppointed(
      AccountId member, BodyId nationality, List<BasketCode> baskets, Filing filed)
      implements AccordEvent {}

  /** A body that is not a party may file allegations under this accord. */
  record StandingGranted(BodyId body, Filing filed) implements AccordEvent {}

  /** A body monitors a clause since a day. */
  record CoverageDeclared(ClauseCode clause, BodyId body, LocalDate since, Filing filed)
      implements AccordEvent {}

  /**
   * A text is put before the parties, item by item.
   *
   * @param severable if false, the items are accepted or refused only as a whole
   */
  record TextOffered(
      OfferId offer,
      BodyId offeredBy,
      boolean severable,
      List<Clause> items,
      @Nullable String source,
      Filing filed)
      implements AccordEvent {}

  /**
   * A party accepts items of an offer.
   *
   * @param condition "A while B", kept as text; absent if unconditional
   */
  record ItemsAccepted(
      OfferId offer,
      BodyId party,
      List<ClauseCode> items,
      boolean withoutAdmission,
      @Nullable String condition,
      Filing filed)
      implements AccordEvent {}

  /**
   * A party refuses items of an offer. No guilt follows from it.
   *
   * @param reason why, as content
   * @param words the refusal in its own words, as content
   * @param source where they are recorded
   */
  record ItemsRefused(
      OfferId offer,
      BodyId party,
      List<ClauseCode> items,
      ContentRef reason,
      @Nullable ContentRef words,
      @Nullable String source,
      Filing filed)
      implements AccordEvent {}

  /**
   * What is not in force yet can no longer be accepted.
   *
   * @param reason why, as content
   */
  record OfferWithdrawn(OfferId offer, ContentRef reason, Filing filed) implements AccordEvent {}

  /**
   * A clause version holds from a day on.
   *
   * @param version from 1; a later version ends the one before it
   * @param testable false if the clause check found something missing: allegations are then only
   *     recorded
   */
  record ClauseEnteredIntoForce(
      OfferId offer, ClauseCode clause, int version, LocalDate from, boolean testable, Filing filed)
      implements AccordEvent {}
}
