package org.accordledger.api.visibility;

import java.util.Optional;
import org.accordledger.api.security.Reader;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.store.LedgerStore;
import org.springframework.stereotype.Component;

/**
 * Who an inquiry is between, which its first event says for ever. Nobody but these two knows of it:
 * no office of the accord does.
 */
@Component
public final class InquiryOrigins {
  private static final long KEPT = 10_000;

  /** The beginning of an inquiry. */
  public record Origin(AccordId accord, BodyId inquirer, BodyId addressee) {
    /** What the event an inquiry begins with says. */
    public static Origin of(InquiryOpened opened) {
      return new Origin(opened.accord(), opened.inquirer(), opened.addressee());
    }

    /** Whether the inquiry is there at all for this reader. */
    public boolean mayBeKnownTo(Reader reader) {
      return reader.isSide(accord, inquirer) || reader.isSide(accord, addressee);
    }
  }

  private final Beginnings<InquiryOpened, Origin> beginnings;

  InquiryOrigins(LedgerStore store, EventCodec codec) {
    this.beginnings = new Beginnings<>(store, codec, InquiryOpened.class, Origin::of, KEPT);
  }

  /** The origin of an inquiry; empty if there is none of this id. */
  public Optional<Origin> find(InquiryId inquiry) {
    return beginnings.find(inquiry.value());
  }

  /** The origin of the inquiry that an event belongs to. */
  public Origin of(InquiryId inquiry, InquiryEvent event) {
    return beginnings.of(inquiry.value(), event);
  }
}
