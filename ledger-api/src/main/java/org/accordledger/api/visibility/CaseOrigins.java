package org.accordledger.api.visibility;

import java.util.Optional;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.api.security.TokenHolder;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.LedgerStore;
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
      return mayBeKnownTo(Reader.with(holder));
    }

    /** Whether the case is there at all for this reader. */
    public boolean mayBeKnownTo(Reader reader) {
      return visibleTo(reader).contains(marking);
    }

    /** Markings this reader may see in the case. */
    public Set<Marking> visibleTo(Reader reader) {
      return reader.inside(accord, complainant, respondent);
    }
  }

  private final Beginnings<AllegationSubmitted, Origin> beginnings;

  CaseOrigins(LedgerStore store, EventCodec codec) {
    this.beginnings =
        new Beginnings<>(
            store, codec, AllegationSubmitted.class, first -> Origin.of(first.allegation()), KEPT);
  }

  /** The origin of a case; empty if there is none of this id. */
  public Optional<Origin> find(CaseId caseId) {
    return beginnings.find(caseId.value());
  }

  /** What this reader may see in a case that begins so, before its exhibits are looked up. */
  public Visible visible(Origin origin, Reader reader) {
    return new Visible(origin.visibleTo(reader), other -> mayBeKnown(other, reader), Set.of());
  }

  /** Whether this reader may know of a case. */
  public boolean mayBeKnown(CaseId caseId, Reader reader) {
    return find(caseId).filter(found -> found.mayBeKnownTo(reader)).isPresent();
  }

  /** The origin of the case that an event belongs to. */
  public Origin of(CaseId caseId, CaseEvent event) {
    return beginnings.of(caseId.value(), event);
  }
}
