package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Occurred;
import org.accordledger.core.Role;
import org.accordledger.core.accord.NegotiationCommand.CommitText;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.DiscloseText;
import org.accordledger.core.accord.NegotiationCommand.LapseOffer;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.NegotiationCommand.RecordAccount;
import org.accordledger.core.accord.NegotiationEvent.LapseGround;

/** Steps of a negotiation between the parties of {@link AccordSamples}. */
final class NegotiationSamples {
  static final OfferId THIRD_OFFER = new OfferId("third");

  private static final DraftId DRAFT = new DraftId("joint-text");
  private static final Occurred MADE = Occurred.on(LocalDate.parse("2014-03-01"));

  private NegotiationSamples() {}

  static Counteroffer counter(OfferId offer, OfferId inAnswerTo, BodyId by, Clause... items) {
    return new Counteroffer(
        ACCORD, offer, inAnswerTo, by, true, List.of(items), null, by(delegate(by)));
  }

  static LapseOffer lapse(OfferId offer, BodyId by, String on) {
    return new LapseOffer(
        ACCORD, offer, LocalDate.parse(on), LapseGround.TERM_EXPIRED, null, by(delegate(by)));
  }

  /** A letter of the north, of March 2014. */
  static CommitText commit() {
    return commit("letter", 'd');
  }

  /**
   * A text of the north, of March 2014.
   *
   * @param digest every character of its digest
   */
  static CommitText commit(String text, char digest) {
    return new CommitText(
        ACCORD,
        new TextId(text),
        new TextDigest(String.valueOf(digest).repeat(43)),
        NORTH,
        MADE,
        null,
        by(delegate(NORTH)));
  }

  /** The letter, known since it was made. */
  static DiscloseText disclose() {
    return disclose("letter", "d", "2014-03-01");
  }

  /**
   * A text of the north.
   *
   * @param digest every character of the digest of the words
   */
  static DiscloseText disclose(String text, String digest, String on) {
    return new DiscloseText(
        ACCORD,
        new TextId(text),
        "s".repeat(43),
        new ContentRef(digest.repeat(43)),
        EN,
        LocalDate.parse(on),
        by(delegate(NORTH)));
  }

  /** An account of the north of a meeting in March 2014. */
  static RecordAccount account() {
    return account(MADE);
  }

  static RecordAccount account(Occurred occurred) {
    return new RecordAccount(
        ACCORD,
        new MeetingCode("lakeside"),
        NORTH,
        occurred,
        Map.of(EN, WORDS),
        "Note 1",
        by(delegate(NORTH)));
  }

  static ContributeText contribute() {
    return new ContributeText(
        ACCORD, DRAFT, QUIET, Map.of(EN, WORDS), by(actor("ann", Role.NEGOTIATOR, NORTH)));
  }

  /** The draft as an offer of the north, approved on the day of filing. */
  static PromoteDraft promote(OfferId offer) {
    return promote(offer, "2015-01-01");
  }

  static PromoteDraft promote(OfferId offer, String approvedOn) {
    Approval approval =
        new Approval("Minister", Approval.Level.MINISTRY, LocalDate.parse(approvedOn), WORDS);
    return new PromoteDraft(
        ACCORD, DRAFT, offer, NORTH, true, List.of(clause()), approval, null, by(delegate(NORTH)));
  }
}
