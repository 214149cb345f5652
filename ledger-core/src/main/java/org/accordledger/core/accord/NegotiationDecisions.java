package org.accordledger.core.accord;

import java.util.List;
import org.accordledger.core.accord.AccordEvent.TextOffered;
import org.accordledger.core.accord.NegotiationCommand.CommitText;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.DiscloseText;
import org.accordledger.core.accord.NegotiationCommand.LapseOffer;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.NegotiationCommand.RecordAccount;
import org.accordledger.core.accord.NegotiationEvent.AccountRecorded;
import org.accordledger.core.accord.NegotiationEvent.Counteroffered;
import org.accordledger.core.accord.NegotiationEvent.DraftPromoted;
import org.accordledger.core.accord.NegotiationEvent.OfferLapsed;
import org.accordledger.core.accord.NegotiationEvent.TextCommitted;
import org.accordledger.core.accord.NegotiationEvent.TextContributed;
import org.accordledger.core.accord.NegotiationEvent.TextDisclosed;

/** What follows from a step of the negotiation: events, or a refusal and nothing. */
final class NegotiationDecisions {
  private NegotiationDecisions() {}

  static List<AccordEvent> decide(Accord accord, NegotiationCommand command) {
    return switch (command) {
      case Counteroffer c -> {
        OfferChainRules.check(accord, c);
        yield List.of(
            new TextOffered(
                c.offer(), c.offeredBy(), c.severable(), c.items(), c.source(), c.filed()),
            new Counteroffered(c.offer(), c.inAnswerTo(), c.filed()));
      }
      case LapseOffer c -> {
        OfferChainRules.check(accord, c);
        yield List.of(new OfferLapsed(c.offer(), c.on(), c.ground(), c.reason(), c.filed()));
      }
      case CommitText c -> {
        RestrictedTextRules.check(accord, c);
        yield List.of(
            new TextCommitted(
                c.text(), c.digest(), c.committedBy(), c.occurred(), c.offer(), c.filed()));
      }
      case DiscloseText c -> {
        RestrictedTextRules.check(accord, c);
        yield List.of(new TextDisclosed(c.text(), c.words(), c.disclosed(), c.filed()));
      }
      case RecordAccount c -> {
        RestrictedTextRules.check(accord, c);
        yield List.of(
            new AccountRecorded(
                c.meeting(), c.by(), c.occurred(), c.account(), c.source(), c.filed()));
      }
      case ContributeText c -> {
        DraftingRules.check(accord, c);
        int number = accord.negotiation().draft(c.draft()).contributions() + 1;
        yield List.of(
            new TextContributed(
                c.draft(), number, c.clause(), c.text(), DraftingRules.unattributed(c.filed())));
      }
      case PromoteDraft c -> {
        DraftingRules.check(accord, c);
        yield List.of(
            new TextOffered(
                c.offer(), c.offeredBy(), c.severable(), c.items(), c.source(), c.filed()),
            new DraftPromoted(c.draft(), c.offer(), c.approval(), c.filed()));
      }
    };
  }
}
