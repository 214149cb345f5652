package org.accordledger.api.visibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.accordledger.api.security.Reader;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEvent;
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

  private final LedgerStore store;
  private final EventCodec codec;
  private final Cache<InquiryId, Origin> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  InquiryOrigins(LedgerStore store, EventCodec codec) {
    this.store = store;
    this.codec = codec;
  }

  /** The origin of an inquiry; empty if there is none of this id. */
  public Optional<Origin> find(InquiryId inquiry) {
    Origin cached = known.getIfPresent(inquiry);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Origin> read = read(inquiry);
    read.ifPresent(origin -> known.put(inquiry, origin));
    return read;
  }

  /** The origin of an inquiry whose first event is at hand: its stream need not be read for it. */
  public Origin begunBy(InquiryOpened first) {
    return known.get(first.inquiry(), _ -> Origin.of(first));
  }

  private Optional<Origin> read(InquiryId inquiry) {
    List<StoredEvent> stream = store.events().readStream(inquiry.value(), 0);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    StoredEvent first = stream.getFirst();
    if (codec.decode(first.type(), first.payload()) instanceof InquiryOpened opened) {
      return Optional.of(Origin.of(opened));
    }
    throw new IllegalStateException(inquiry + " does not start with its opening");
  }
}
