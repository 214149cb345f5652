package org.accordledger.api.visibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.api.security.TokenHolder;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEvent;
import org.springframework.stereotype.Component;

/**
 * What the first event of a case says for ever: the accord it is under, which decides who may write
 * to it, its two sides and its marking, which decide who may know of it.
 */
@Component
public final class CaseOrigins {
  private static final long KEPT = 100_000;

  /** The beginning of a case. */
  public record Origin(AccordId accord, BodyId complainant, BodyId respondent, Marking marking) {
    /** What the allegation a case begins with says. */
    public static Origin of(Allegation allegation) {
      return new Origin(
          allegation.accord(),
          allegation.complainant(),
          allegation.respondent(),
          allegation.marking());
    }

    /** Whether the case is there at all for this holder of a token. */
    public boolean mayBeKnownTo(TokenHolder holder) {
      return visibleTo(Reader.with(holder)).contains(marking);
    }

    /** Markings this reader may see in the case. */
    public Set<Marking> visibleTo(Reader reader) {
      return reader.inside(accord, complainant, respondent);
    }
  }

  private final LedgerStore store;
  private final EventCodec codec;
  private final Cache<CaseId, Origin> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  CaseOrigins(LedgerStore store, EventCodec codec) {
    this.store = store;
    this.codec = codec;
  }

  /** The origin of a case; empty if there is none of this id. */
  public Optional<Origin> find(CaseId caseId) {
    Origin cached = known.getIfPresent(caseId);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Origin> read = read(caseId);
    read.ifPresent(origin -> known.put(caseId, origin));
    return read;
  }

  /** The origin of a case whose first event is at hand: its stream need not be read for it. */
  public Origin begunBy(CaseId caseId, AllegationSubmitted first) {
    return known.get(caseId, unknown -> Origin.of(first.allegation()));
  }

  private Optional<Origin> read(CaseId caseId) {
    List<StoredEvent> stream = store.events().readStream(caseId.value(), 0);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    StoredEvent first = stream.getFirst();
    if (codec.decode(first.type(), first.payload()) instanceof AllegationSubmitted submitted) {
      return Optional.of(Origin.of(submitted.allegation()));
    }
    throw new IllegalStateException(caseId + " does not start with its allegation");
  }
}
