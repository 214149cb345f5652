package org.accordledger.api.visibility;

import java.util.Optional;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.api.security.TokenHolder;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.series.SeriesEvent;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.accordledger.core.series.SeriesId;
import org.accordledger.store.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the first event of a series says for ever: who keeps it, under which accord and under which
 * marking, which decide who may know of it.
 */
@Component
public final class SeriesOrigins {
  private static final long KEPT = 10_000;

  /**
   * The beginning of a series.
   *
   * @param accord it is kept under; null if under none
   */
  public record Origin(BodyId keeper, @Nullable AccordId accord, Marking marking) {
    /** What the event a series begins with says. */
    public static Origin of(SeriesOpened opened) {
      return new Origin(opened.keeper(), opened.accord(), opened.marking());
    }

    /** Whether the series is there at all for this holder of a token. */
    public boolean mayBeKnownTo(TokenHolder holder) {
      return mayBeKnownTo(Reader.with(holder));
    }

    /** Whether the series is there at all for this reader. */
    public boolean mayBeKnownTo(Reader reader) {
      return visibleTo(reader).contains(marking);
    }

    /** Markings this reader may see in the series. */
    public Set<Marking> visibleTo(Reader reader) {
      return reader.keptBy(keeper, accord);
    }
  }

  private final Beginnings<SeriesOpened, Origin> beginnings;

  SeriesOrigins(LedgerStore store, EventCodec codec) {
    this.beginnings = new Beginnings<>(store, codec, SeriesOpened.class, Origin::of, KEPT);
  }

  /** The origin of a series; empty if there is none of this id. */
  public Optional<Origin> find(SeriesId series) {
    return beginnings.find(series.value());
  }

  /** The origin of the series that an event belongs to. */
  public Origin of(SeriesId series, SeriesEvent event) {
    return beginnings.of(series.value(), event);
  }
}
