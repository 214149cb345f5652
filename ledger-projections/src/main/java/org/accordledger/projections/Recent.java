package org.accordledger.projections;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a projection need not read back because it has just written it: the states it used last, by
 * key. A state is a pure function of the log up to a position, so what is remembered for a position
 * is right whoever wrote that position to the tables, and wrong at any other.
 */
public final class Recent<K, V> {
  private static final long UNKNOWN = -2;

  private final Map<K, V> states;
  private long position = UNKNOWN;

  /**
   * @param most how many states are kept
   */
  public Recent(int most) {
    this.states =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Begins a batch: forgets everything unless it stands right before the batch. Until {@link
   * #standAt} is called nothing here is known to be true, so a batch that fails leaves nothing.
   *
   * @param first position of the batch's first event
   */
  public void begin(long first) {
    if (position != first - 1) {
      states.clear();
    }
    position = UNKNOWN;
  }

  public @Nullable V get(K key) {
    return states.get(key);
  }

  /**
   * Ends a batch: these states, and those kept from before, are the ones at this position.
   *
   * @param last position of the batch's last event
   */
  public void standAt(long last, Map<K, V> changed) {
    states.putAll(changed);
    position = last;
  }
}
