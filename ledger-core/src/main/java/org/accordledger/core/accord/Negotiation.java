package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.Copies;
import org.accordledger.core.accord.NegotiationEvent.AccountRecorded;
import org.accordledger.core.accord.NegotiationEvent.Counteroffered;
import org.accordledger.core.accord.NegotiationEvent.DraftPromoted;
import org.accordledger.core.accord.NegotiationEvent.OfferLapsed;
import org.accordledger.core.accord.NegotiationEvent.TextCommitted;
import org.accordledger.core.accord.NegotiationEvent.TextContributed;
import org.accordledger.core.accord.NegotiationEvent.TextDisclosed;
import org.jspecify.annotations.Nullable;

/**
 * What has become of texts beside their acceptance and refusal.
 *
 * @param inAnswerTo the offer that each counteroffer answers, by the counteroffer
 * @param lapsed offers that ceased to stand without being withdrawn
 * @param texts restricted texts
 * @param accounts how many accounts a body gave of a meeting
 * @param drafts drafts that somebody contributed to
 */
record Negotiation(
    Map<OfferId, OfferId> inAnswerTo,
    Set<OfferId> lapsed,
    Map<TextId, RestrictedText> texts,
    Map<AccountsOf, Integer> accounts,
    Map<DraftId, Draft> drafts) {
  /** Before anything was negotiated. */
  static final Negotiation NONE = new Negotiation(Map.of(), Set.of(), Map.of(), Map.of(), Map.of());

  /**
   * A text somebody committed to.
   *
   * @param from first day it may have been made; absent if nobody says
   */
  record RestrictedText(
      TextDigest digest, BodyId committedBy, @Nullable LocalDate from, boolean disclosed) {}

  /** The accounts of one meeting by one body. */
  record AccountsOf(MeetingCode meeting, BodyId by) {}

  /** A draft in the workspace. */
  record Draft(int contributions, boolean promoted) {
    static final Draft EMPTY = new Draft(0, false);
  }

  Draft draft(DraftId id) {
    return drafts.getOrDefault(id, Draft.EMPTY);
  }

  int accountsOf(MeetingCode meeting, BodyId by) {
    return accounts.getOrDefault(new AccountsOf(meeting, by), 0);
  }

  /**
   * The state after one more event.
   *
   * @throws IllegalStateException if the event cannot follow what came before
   */
  Negotiation apply(NegotiationEvent event) {
    return switch (event) {
      case Counteroffered e ->
          new Negotiation(
              Copies.with(inAnswerTo, e.offer(), e.inAnswerTo()), lapsed, texts, accounts, drafts);
      case OfferLapsed e ->
          new Negotiation(
              inAnswerTo, Copies.with(lapsed, Set.of(e.offer())), texts, accounts, drafts);
      case TextCommitted e ->
          with(
              e.text(),
              new RestrictedText(e.digest(), e.committedBy(), e.occurred().from(), false));
      case TextDisclosed e -> disclosed(e);
      case AccountRecorded e ->
          new Negotiation(
              inAnswerTo,
              lapsed,
              texts,
              Copies.with(
                  accounts,
                  new AccountsOf(e.meeting(), e.by()),
                  accountsOf(e.meeting(), e.by()) + 1),
              drafts);
      case TextContributed e -> with(e.draft(), new Draft(e.number(), false));
      case DraftPromoted e -> with(e.draft(), new Draft(draft(e.draft()).contributions(), true));
    };
  }

  private Negotiation disclosed(TextDisclosed event) {
    RestrictedText text = texts.get(event.text());
    if (text == null) {
      throw new IllegalStateException("no text " + event.text() + " was committed");
    }
    return with(
        event.text(), new RestrictedText(text.digest(), text.committedBy(), text.from(), true));
  }

  private Negotiation with(TextId id, RestrictedText text) {
    return new Negotiation(inAnswerTo, lapsed, Copies.with(texts, id, text), accounts, drafts);
  }

  private Negotiation with(DraftId id, Draft draft) {
    return new Negotiation(inAnswerTo, lapsed, texts, accounts, Copies.with(drafts, id, draft));
  }
}
