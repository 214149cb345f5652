package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.NegotiationEvent.LapseGround;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an accord while its text is negotiated. Parameters mean what they mean in
 * {@link NegotiationEvent} and {@link AccordEvent}.
 */
public sealed interface NegotiationCommand extends AccordCommand {
  record Counteroffer(
      AccordId accord,
      OfferId offer,
      OfferId inAnswerTo,
      BodyId offeredBy,
      boolean severable,
      List<Clause> items,
      @Nullable String source,
      Filing filed)
      implements NegotiationCommand {}

  record LapseOffer(
      AccordId accord,
      OfferId offer,
      LocalDate on,
      LapseGround ground,
      @Nullable ContentRef reason,
      Filing filed)
      implements NegotiationCommand {}

  record CommitText(
      AccordId accord,
      TextId text,
      TextDigest digest,
      BodyId committedBy,
      Occurred occurred,
      @Nullable OfferId offer,
      Filing filed)
      implements NegotiationCommand {}

  /**
   * Shows a committed text.
   *
   * @param salt that the commitment was made with, 32 bytes in base64url without padding
   * @param language of the words; absent if it does not matter
   */
  record DiscloseText(
      AccordId accord,
      TextId text,
      String salt,
      ContentRef words,
      @Nullable LanguageTag language,
      LocalDate disclosed,
      Filing filed)
      implements NegotiationCommand {}

  record RecordAccount(
      AccordId accord,
      MeetingCode meeting,
      BodyId by,
      Occurred occurred,
      Map<LanguageTag, ContentRef> account,
      String source,
      Filing filed)
      implements NegotiationCommand {}

  record ContributeText(
      AccordId accord,
      DraftId draft,
      @Nullable ClauseCode clause,
      Map<LanguageTag, ContentRef> text,
      Filing filed)
      implements NegotiationCommand {}

  record PromoteDraft(
      AccordId accord,
      DraftId draft,
      OfferId offer,
      BodyId offeredBy,
      boolean severable,
      List<Clause> items,
      Approval approval,
      @Nullable String source,
      Filing filed)
      implements NegotiationCommand {}
}
