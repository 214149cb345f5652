package org.accordledger.api.visibility;

import org.accordledger.api.security.Reader;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.NegotiationEvent.TextContributed;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.core.series.SeriesEvent;
import org.accordledger.core.series.SeriesId;
import org.springframework.stereotype.Component;

/**
 * Who may read a payload. It is given as a whole or not at all, for its commitment is over all of
 * it: one exhibit or one other case that a reader may not know of withholds its event.
 */
@Component
public final class PayloadAccess {
  private final CaseOrigins origins;
  private final SeriesOrigins series;
  private final InquiryOrigins inquiries;
  private final EventCodec codec;

  PayloadAccess(
      CaseOrigins origins, SeriesOrigins series, InquiryOrigins inquiries, EventCodec codec) {
    this.origins = origins;
    this.series = series;
    this.inquiries = inquiries;
    this.codec = codec;
  }

  /**
   * Whether this reader may read a payload.
   *
   * @param type logical name with revision, without what a leaf puts before it
   */
  public boolean mayRead(String streamId, String type, byte[] payload, Reader reader) {
    LedgerEvent event = codec.decode(type, payload);
    return switch (event) {
      case CaseEvent ofCase -> mayRead(ofCase, new CaseId(streamId), reader);
      case SeriesEvent ofSeries -> series.of(new SeriesId(streamId), ofSeries).mayBeKnownTo(reader);
      // what is drafted belongs to those who draft, until a party promotes it
      case TextContributed _ -> reader.draftsUnder(new AccordId(streamId));
      case InquiryEvent ofInquiry ->
          inquiries.of(new InquiryId(streamId), ofInquiry).mayBeKnownTo(reader);
      case AccordEvent _, ElectionEvent _ -> true;
      default -> false;
    };
  }

  private boolean mayRead(CaseEvent event, CaseId caseId, Reader reader) {
    CaseOrigins.Origin origin = origins.of(caseId, event);
    Visible visible = origins.visible(origin, reader);
    return origin.mayBeKnownTo(reader)
        && visible.shows(event)
        && event.equals(visible.event(event));
  }
}
