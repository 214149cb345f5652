package org.accordledger.api.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregateCacheTest {
  private final AggregateCache cache = new AggregateCache(3);

  @Test
  void what_was_used_longest_ago_goes_first_however_often_it_was_used() {
    cache.put("a", "state of a");
    for (int i = 0; i < 100; i++) {
      assertThat(cache.<String, String>get("a")).isEqualTo("state of a");
    }
    cache.put("b", "state of b");
    cache.put("c", "state of c");
    cache.put("d", "state of d");

    assertThat(cache.containsKey("a")).isFalse();
    assertThat(cache.<String, String>get("b")).isEqualTo("state of b");
    cache.put("e", "state of e");
    assertThat(cache.containsKey("b")).isTrue();
    assertThat(cache.containsKey("c")).isFalse();
  }

  @Test
  void what_was_removed_is_gone() {
    cache.put("a", 1);

    assertThat(cache.putIfAbsent("a", 2)).isFalse();
    assertThat(cache.remove("a")).isTrue();
    assertThat(cache.remove("a")).isFalse();
    assertThat(cache.<String, Integer>get("a")).isNull();
    cache.put("b", 1);
    cache.removeAll();
    assertThat(cache.containsKey("b")).isFalse();
  }
}
