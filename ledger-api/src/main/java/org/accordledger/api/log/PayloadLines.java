package org.accordledger.api.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.accordledger.api.security.Reader;
import org.accordledger.api.visibility.CaseOrigins;
import org.accordledger.api.visibility.InquiryOrigins;
import org.accordledger.api.visibility.SeriesOrigins;
import org.accordledger.api.visibility.Visible;
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
import org.accordledger.store.StoredPayload;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line for each payload. A payload is given as a whole or not at all, for its commitment is
 * over all of it: one exhibit or one other case that a reader may not know of withholds its event.
 */
@Component
final class PayloadLines {
  private final CaseOrigins origins;
  private final SeriesOrigins series;
  private final InquiryOrigins inquiries;
  private final EventCodec codec;
  private final JsonMapper json;

  PayloadLines(
      CaseOrigins origins,
      SeriesOrigins series,
      InquiryOrigins inquiries,
      EventCodec codec,
      JsonMapper json) {
    this.origins = origins;
    this.series = series;
    this.inquiries = inquiries;
    this.codec = codec;
    this.json = json;
  }

  byte[] of(StoredPayload stored, Reader reader) {
    ObjectNode line = json.createObjectNode();
    if (mayRead(stored, reader)) {
      line.put("payload", new String(stored.payload(), StandardCharsets.UTF_8));
      line.put("position", stored.position());
      line.put("salt", Base64.getUrlEncoder().withoutPadding().encodeToString(stored.salt()));
    } else {
      line.put("position", stored.position());
      line.put("withheld", true);
    }
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private boolean mayRead(StoredPayload stored, Reader reader) {
    LedgerEvent event = codec.decode(stored.type(), stored.payload());
    return switch (event) {
      case CaseEvent ofCase -> mayRead(ofCase, new CaseId(stored.streamId()), reader);
      case SeriesEvent ofSeries ->
          series.of(new SeriesId(stored.streamId()), ofSeries).mayBeKnownTo(reader);
      // what is drafted belongs to those who draft, until a party promotes it
      case TextContributed _ -> reader.draftsUnder(new AccordId(stored.streamId()));
      case InquiryEvent ofInquiry ->
          inquiries.of(new InquiryId(stored.streamId()), ofInquiry).mayBeKnownTo(reader);
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
