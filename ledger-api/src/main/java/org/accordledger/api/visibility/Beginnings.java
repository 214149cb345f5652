package org.accordledger.api.visibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEvent;

/**
 * What the first events of streams of one kind say. It holds for ever, so it is read once and kept.
 *
 * @param <E> the event that streams of this kind begin with
 * @param <O> what is kept of it
 */
final class Beginnings<E extends LedgerEvent, O> {
  private final LedgerStore store;
  private final EventCodec codec;
  private final Class<E> first;
  private final Function<E, O> origin;
  private final Cache<String, O> known;

  /**
   * Keeps the origins asked for last.
   *
   * @param kept most of them
   */
  Beginnings(
      LedgerStore store, EventCodec codec, Class<E> first, Function<E, O> origin, long kept) {
    this.store = store;
    this.codec = codec;
    this.first = first;
    this.origin = origin;
    this.known = Caffeine.newBuilder().maximumSize(kept).build();
  }

  /** The origin of a stream; empty if there is no such stream. */
  Optional<O> find(String stream) {
    O cached = known.getIfPresent(stream);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<O> read = read(stream);
    read.ifPresent(found -> known.put(stream, found));
    return read;
  }

  /**
   * The origin of a stream that one of its events is at hand of; read only if that is not the
   * first.
   */
  O of(String stream, LedgerEvent event) {
    if (first.isInstance(event)) {
      return known.get(stream, _ -> origin.apply(first.cast(event)));
    }
    return find(stream)
        .orElseThrow(() -> new IllegalStateException(stream + " has an event and no beginning"));
  }

  private Optional<O> read(String stream) {
    List<StoredEvent> events = store.events().readStream(stream, 0);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    StoredEvent beginning = events.getFirst();
    LedgerEvent event = codec.decode(beginning.type(), beginning.payload());
    if (!first.isInstance(event)) {
      throw new IllegalStateException(
          "%s does not start with %s".formatted(stream, first.getSimpleName()));
    }
    return Optional.of(origin.apply(first.cast(event)));
  }
}
