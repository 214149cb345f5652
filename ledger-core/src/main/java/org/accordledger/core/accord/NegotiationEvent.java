package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Occurred;
import org.jspecify.annotations.Nullable;

/** What can have happened to texts on their way between parties, beside being answered. */
public sealed interface NegotiationEvent extends AccordEvent {
  /**
   * An offer answers another. Its text is in the {@link AccordEvent.TextOffered} before it. The
   * answered offer still stands: a counteroffer is neither an acceptance nor a refusal.
   *
   * @param offer the counteroffer
   * @param inAnswerTo the offer it answers
   */
  record Counteroffered(OfferId offer, OfferId inAnswerTo, Filing filed)
      implements NegotiationEvent {}

  /** Why an offer lapses. */
  enum LapseGround {
    /** The time it named for an answer has passed. */
    TERM_EXPIRED,
    /** Events or another text have taken its place. */
    OVERTAKEN,
    /** The talks it was made in have ended. */
    TALKS_ENDED
  }

  /**
   * An offer has ceased to stand without anybody's withdrawal. What is in force stays in force.
   *
   * @param on the day it ceased to stand
   * @param reason in words, as content; absent if the ground says all
   */
  record OfferLapsed(
      OfferId offer, LocalDate on, LapseGround ground, @Nullable ContentRef reason, Filing filed)
      implements NegotiationEvent {}

  /**
   * A party binds itself to a text that it does not show yet.
   *
   * @param occurred when the text was made or handed over
   * @param offer the offer it is the text of, made or still to be made under that id; absent if
   *     none
   */
  record TextCommitted(
      TextId text,
      TextDigest digest,
      BodyId committedBy,
      Occurred occurred,
      @Nullable OfferId offer,
      Filing filed)
      implements NegotiationEvent {}

  /**
   * A committed text is shown.
   *
   * @param words the text, as content whose reference is the committed digest
   * @param disclosed the day it became known, which may be long before this filing
   */
  record TextDisclosed(TextId text, ContentRef words, LocalDate disclosed, Filing filed)
      implements NegotiationEvent {}

  /**
   * One side's account of a meeting. It stands beside the others and is merged with none.
   *
   * @param by whose account it is
   * @param occurred when the meeting took place by this account
   * @param account per language, as content
   * @param source where the account is recorded
   */
  record AccountRecorded(
      MeetingCode meeting,
      BodyId by,
      Occurred occurred,
      Map<LanguageTag, ContentRef> account,
      String source,
      Filing filed)
      implements NegotiationEvent {}

  /**
   * A text for a draft. The filing names the workspace and never who wrote it.
   *
   * @param number of the contribution in its draft, from 1
   * @param clause the clause it is about; absent if it is about the whole
   * @param text per language, as content
   */
  record TextContributed(
      DraftId draft,
      int number,
      @Nullable ClauseCode clause,
      Map<LanguageTag, ContentRef> text,
      Filing filed)
      implements NegotiationEvent {}

  /**
   * A party makes a draft its own and offers it; the text is in the {@link AccordEvent.TextOffered}
   * before it. Nothing more can be contributed.
   */
  record DraftPromoted(DraftId draft, OfferId offer, Approval approval, Filing filed)
      implements NegotiationEvent {}
}
