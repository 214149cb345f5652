package org.accordledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The messages that readers decoded last, by position: readers that have caught up all want the
 * same events at about the same time, and one of them fetches and decodes for all. Any number of
 * threads; an event never changes, so what is here is right for ever.
 */
final class RecentMessages {
  private record Entry(long position, TrackedEventMessage<?> message) {}

  private final AtomicReferenceArray<Entry> ring;

  /**
   * An empty memory.
   *
   * @param most messages kept
   */
  RecentMessages(int most) {
    this.ring = new AtomicReferenceArray<>(most);
  }

  void add(long position, TrackedEventMessage<?> message) {
    ring.set(slot(position), new Entry(position, message));
  }

  /** Messages from a position on (inclusive) without a gap, at most {@code limit}; often none. */
  List<TrackedEventMessage<?>> from(long position, int limit) {
    List<TrackedEventMessage<?>> found = new ArrayList<>();
    for (long next = position; next < position + limit; next++) {
      Entry entry = ring.get(slot(next));
      if (entry == null || entry.position() != next) {
        break;
      }
      found.add(entry.message());
    }
    return found;
  }

  private int slot(long position) {
    return (int) (position % ring.length());
  }
}
