package org.accordledger.api.reads;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.core.Actor;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Approval;
import org.accordledger.core.accord.DraftId;
import org.accordledger.core.accord.NegotiationEvent.DraftPromoted;
import org.accordledger.core.accord.NegotiationEvent.TextContributed;
import org.accordledger.projections.AsOf;

/** The drafting workspace, for those who draft, and the promotions out of it, for everybody. */
final class DraftReads {
  private final AccordReads accords;
  private final Texts texts;

  DraftReads(AccordReads accords, Texts texts) {
    this.accords = accords;
    this.texts = texts;
  }

  /**
   * One draft.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point or for this
   *     reader
   */
  Found<DraftDocument> draft(AccordId accord, DraftId draft, AsOf asOf) {
    if (!Reader.current().draftsUnder(accord)) {
      throw missing(draft);
    }
    Found<List<Recorded<AccordEvent>>> found = accords.events(accord, asOf);
    List<DraftDocument.Contribution> contributions = new ArrayList<>();
    for (Recorded<AccordEvent> recorded : found.document()) {
      if (recorded.event() instanceof TextContributed e && e.draft().equals(draft)) {
        contributions.add(
            new DraftDocument.Contribution(
                e.number(),
                e.clause(),
                texts.of(e.text(), EnumSet.allOf(Marking.class)),
                Said.of(recorded)));
      }
    }
    if (contributions.isEmpty()) {
      throw missing(draft);
    }
    PromotionsDocument.Item promotion =
        promotions(found.document(), accord).stream()
            .filter(item -> item.draft().equals(draft))
            .findFirst()
            .orElse(null);
    return found.with(new DraftDocument(accord, draft, List.copyOf(contributions), promotion));
  }

  private static RuntimeException missing(DraftId draft) {
    return Parameters.notFound("There is no draft " + draft + ".");
  }

  /** Every draft that was promoted. */
  Found<PromotionsDocument> promotions(AccordId accord, AsOf asOf) {
    Found<List<Recorded<AccordEvent>>> found = accords.events(accord, asOf);
    return found.with(new PromotionsDocument(accord, promotions(found.document(), accord)));
  }

  private List<PromotionsDocument.Item> promotions(
      List<Recorded<AccordEvent>> events, AccordId accord) {
    Set<Marking> visible = Reader.current().under(accord);
    List<PromotionsDocument.Item> items = new ArrayList<>();
    for (Recorded<AccordEvent> recorded : events) {
      if (recorded.event() instanceof DraftPromoted e) {
        Actor by = e.filed().by();
        items.add(
            new PromotionsDocument.Item(
                e.draft(),
                e.offer(),
                by.account(),
                by.body(),
                approvedBy(e.approval(), visible),
                Said.of(recorded)));
      }
    }
    return List.copyOf(items);
  }

  private PromotionsDocument.ApprovedBy approvedBy(Approval approval, Set<Marking> visible) {
    ContentRef person = approval.person();
    return new PromotionsDocument.ApprovedBy(
        approval.office(),
        approval.level(),
        approval.on(),
        person == null ? null : texts.of(Map.of(TextDocument.UNKNOWN, person), visible).getFirst());
  }
}
