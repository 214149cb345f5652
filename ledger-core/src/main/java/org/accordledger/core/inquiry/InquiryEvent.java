package org.accordledger.core.inquiry;

import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseId;

/** What can have happened to an inquiry. Nobody but its two sides reads any of it. */
public sealed interface InquiryEvent extends LedgerEvent {
  /**
   * The first event of an inquiry's stream.
   *
   * @param inquirer who asks: a party, or a body with standing
   * @param addressee the party that is asked
   */
  record InquiryOpened(
      InquiryId inquiry,
      AccordId accord,
      ClauseCode clause,
      BodyId inquirer,
      BodyId addressee,
      long accordVersion,
      Map<LanguageTag, ContentRef> text,
      Filing filed)
      implements InquiryEvent {}

  /** The addressee answers; it may do so again. */
  record InquiryAnswered(Map<LanguageTag, ContentRef> text, Filing filed) implements InquiryEvent {}

  /** The inquirer is content, and nothing follows for anybody. */
  record InquiryResolved(Map<LanguageTag, ContentRef> text, Filing filed) implements InquiryEvent {}

  /** The inquirer was not content and has alleged. The case itself says nothing of the inquiry. */
  record AllegationBrought(CaseId caseId, Filing filed) implements InquiryEvent {}
}
