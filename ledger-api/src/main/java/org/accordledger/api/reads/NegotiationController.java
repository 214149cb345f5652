package org.accordledger.api.reads;

import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.DraftId;
import org.accordledger.core.accord.MeetingCode;
import org.accordledger.core.accord.OfferId;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The negotiation of an accord. */
@RestController
@RequestMapping(path = "/accords/{accord}", produces = MediaType.APPLICATION_JSON_VALUE)
class NegotiationController {
  private final NegotiationReads negotiation;
  private final RestrictedTextReads restricted;
  private final DraftReads drafts;
  private final Views views;

  NegotiationController(
      NegotiationReads negotiation,
      RestrictedTextReads restricted,
      DraftReads drafts,
      Views views) {
    this.negotiation = negotiation;
    this.restricted = restricted;
    this.drafts = drafts;
    this.views = views;
  }

  @GetMapping("/offers/{offer}/chain")
  ResponseEntity<OfferChainDocument> chain(
      @PathVariable("accord") String accord,
      @PathVariable("offer") String offer,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    OfferId asked = Parameters.inPath(offer, OfferId::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(negotiation.chain(id, asked, Parameters.asOf(asOf)));
  }

  @GetMapping("/refusals")
  ResponseEntity<RefusalsDocument> refusals(
      @PathVariable("accord") String accord,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    BodyId by = Parameters.id("party", party, BodyId::new);
    ClauseCode of = Parameters.id("clause", clause, ClauseCode::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(negotiation.refusals(id, by, of, Parameters.asOf(asOf)));
  }

  @GetMapping("/clause-checks")
  ResponseEntity<ClauseChecksDocument> clauseChecks(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(negotiation.clauseChecks(id, Parameters.asOf(asOf)));
  }

  @GetMapping("/lineage")
  ResponseEntity<LineageDocument> lineage(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(negotiation.lineage(id, Parameters.asOf(asOf)));
  }

  @GetMapping("/texts")
  ResponseEntity<RestrictedTextsDocument> texts(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(restricted.texts(id, Parameters.asOf(asOf)));
  }

  @GetMapping("/accounts")
  ResponseEntity<AccountsDocument> accounts(
      @PathVariable("accord") String accord,
      @RequestParam(name = "meeting", required = false) @Nullable String meeting,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    MeetingCode of = Parameters.id("meeting", meeting, MeetingCode::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(restricted.accounts(id, of, Parameters.asOf(asOf)));
  }

  @GetMapping("/drafts/{draft}")
  ResponseEntity<DraftDocument> draft(
      @PathVariable("accord") String accord,
      @PathVariable("draft") String draft,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    DraftId asked = Parameters.inPath(draft, DraftId::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(drafts.draft(id, asked, Parameters.asOf(asOf)));
  }

  @GetMapping("/promotions")
  ResponseEntity<PromotionsDocument> promotions(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    views.await(TimelineProjection.NAME, minPosition);
    return answer(drafts.promotions(id, Parameters.asOf(asOf)));
  }

  /** Texts in it may be withheld later, so that even a past one is not kept for ever. */
  private static <T> ResponseEntity<T> answer(Found<T> found) {
    return Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN);
  }
}
