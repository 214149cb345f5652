package org.accordledger.core.inquiry;

import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseId;

/** What can be asked of an inquiry. Parameters mean what they mean in {@link InquiryEvent}. */
public sealed interface InquiryCommand extends LedgerCommand {
  InquiryId inquiry();

  @Override
  default String streamId() {
    return inquiry().value();
  }

  record OpenInquiry(
      InquiryId inquiry,
      AccordId accord,
      ClauseCode clause,
      BodyId inquirer,
      BodyId addressee,
      Map<LanguageTag, ContentRef> text,
      Filing filed)
      implements InquiryCommand {
    @Override
    public boolean beginsStream() {
      return true;
    }
  }

  record AnswerInquiry(InquiryId inquiry, Map<LanguageTag, ContentRef> text, Filing filed)
      implements InquiryCommand {}

  record ResolveInquiry(InquiryId inquiry, Map<LanguageTag, ContentRef> text, Filing filed)
      implements InquiryCommand {}

  /** Names the case that was submitted out of the inquiry. */
  record BringAllegation(InquiryId inquiry, CaseId alleged, Filing filed)
      implements InquiryCommand {}
}
