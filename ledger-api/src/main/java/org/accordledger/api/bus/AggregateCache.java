package org.accordledger.api.bus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The states of the streams used last, so that a command does not read its stream again. The least
 * recently used go first: a case is used a few times in a row and then for long not at all, which a
 * cache that weighs how often would get wrong by keeping the old ones and dropping the new.
 */
public final class AggregateCache implements Cache {
  private final Map<Object, Object> states;

  /**
   * An empty cache.
   *
   * @param most states kept at most
   */
  public AggregateCache(int most) {
    this.states =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > most;
          }
        };
  }

  @Override
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // Axon's own contract: who asks for a key knows what it put there
  public synchronized <K, V> @Nullable V get(K key) {
    return (V) states.get(key);
  }

  @Override
  public synchronized void put(Object key, Object value) {
    states.put(key, value);
  }

  @Override
  public synchronized boolean putIfAbsent(Object key, Object value) {
    return states.putIfAbsent(key, value) == null;
  }

  @Override
  public synchronized boolean remove(Object key) {
    return states.remove(key) != null;
  }

  @Override
  public synchronized void removeAll() {
    states.clear();
  }

  @Override
  public synchronized boolean containsKey(Object key) {
    return states.containsKey(key);
  }

  /** Nobody listens: entries are dropped by whoever makes them wrong. */
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> false;
  }
}
