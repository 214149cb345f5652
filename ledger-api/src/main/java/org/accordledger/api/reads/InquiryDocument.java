package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.inquiry.Inquiry;
import org.accordledger.core.inquiry.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as it stood at a position, for its two sides alone.
 *
 * @param version of the inquiry's stream: what a write names in If-Match
 * @param caseId the case submitted out of it; absent if there is none
 */
public record InquiryDocument(
    InquiryId inquiry,
    long version,
    long position,
    Instant recordedAt,
    AccordId accord,
    ClauseCode clause,
    BodyId inquirer,
    BodyId addressee,
    Inquiry.Status status,
    List<Said> said,
    @Nullable CaseId caseId) {

  /** What a side said. */
  public record Said(LocalDate filedOn, long position, BodyId by, List<TextDocument> text) {}
}
