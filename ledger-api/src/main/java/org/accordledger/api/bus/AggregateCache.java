package org.accordledger.api.bus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;

/** The states of the streams written last, so that a command does not read its stream again. */
public final class AggregateCache implements org.axonframework.common.caching.Cache {
  private final Cache<Object, Object> states;

  /**
   * An empty cache.
   *
   * @param kept states kept at most; the least used go first
   */
  public AggregateCache(long kept) {
    this.states = Caffeine.newBuilder().maximumSize(kept).build();
  }

  @Override
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // Axon's own contract: who asks for a key knows what it put there
  public <K, V> @Nullable V get(K key) {
    return (V) states.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    states.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return states.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return states.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    states.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return states.asMap().containsKey(key);
  }

  /** Nobody listens: entries are dropped by whoever makes them wrong. */
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> false;
  }
}
