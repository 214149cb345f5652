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
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.accordledger.core.series.SeriesId;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEvent;
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

  private final LedgerStore store;
  private final EventCodec codec;
  private final Cache<SeriesId, Origin> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  SeriesOrigins(LedgerStore store, EventCodec codec) {
    this.store = store;
    this.codec = codec;
  }

  /** The origin of a series; empty if there is none of this id. */
  public Optional<Origin> find(SeriesId series) {
    Origin cached = known.getIfPresent(series);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Origin> read = read(series);
    read.ifPresent(origin -> known.put(series, origin));
    return read;
  }

  /** The origin of a series whose first event is at hand: its stream need not be read for it. */
  public Origin begunBy(SeriesOpened first) {
    return known.get(first.series(), _ -> Origin.of(first));
  }

  private Optional<Origin> read(SeriesId series) {
    List<StoredEvent> stream = store.events().readStream(series.value(), 0);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    StoredEvent first = stream.getFirst();
    if (codec.decode(first.type(), first.payload()) instanceof SeriesOpened opened) {
      return Optional.of(Origin.of(opened));
    }
    throw new IllegalStateException(series + " does not start with its opening");
  }
}
