package org.accordledger.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Unmodifiable copies that keep the order of insertion: the JDK's own {@code copyOf} shuffles sets
 * and maps anew in every process, and state must be the same wherever it is replayed.
 */
public final class Copies {
  private Copies() {}

  /** The list and one more. */
  public static <T> List<T> with(List<T> list, T added) {
    List<T> copy = new ArrayList<>(list);
    copy.add(added);
    return Collections.unmodifiableList(copy);
  }

  /** The set and more. */
  public static <T> Set<T> with(Set<T> set, Collection<? extends T> added) {
    Set<T> copy = new LinkedHashSet<>(set);
    copy.addAll(added);
    return Collections.unmodifiableSet(copy);
  }

  /** The map with one entry added or replaced. */
  public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return Collections.unmodifiableMap(copy);
  }
}
