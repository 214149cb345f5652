package org.accordledger.projections.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log in memory, of seven streams that take turns. */
final class MemoryFeedLog implements FeedLog {
  private static final int STREAMS = 7;
  private static final Instant START = Instant.parse("2021-03-01T00:00:00.123456Z");

  private final List<FeedEvent> events = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Adds events, and tells who wants to hear of it. */
  void grow(int more) {
    List<FeedEvent> added = new ArrayList<>();
    for (int i = 0; i < more; i++) {
      long position = (long) events.size() + added.size();
      added.add(event(position, "{\"n\":%d}".formatted(position).getBytes(StandardCharsets.UTF_8)));
    }
    events.addAll(added);
    listeners.forEach(Runnable::run);
  }

  /** Adds one event with this payload. */
  void add(byte[] payload) {
    events.add(event(events.size(), payload));
    listeners.forEach(Runnable::run);
  }

  private static FeedEvent event(long position, byte[] payload) {
    return new FeedEvent(
        position,
        new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + position).toString(),
        "localhost/ledger",
        "org.accordledger.case.case_closed.v1",
        "case-" + position % STREAMS,
        position / STREAMS,
        START.plusSeconds(position),
        "z".repeat(42) + "A",
        new FeedEvent.Content(payload, "s".repeat(42) + "A"),
        null);
  }

  List<FeedEvent> events() {
    return List.copyOf(events);
  }

  Map<String, List<Long>> positionsByStream() {
    Map<String, List<Long>> positions = new HashMap<>();
    for (FeedEvent event : events()) {
      positions.computeIfAbsent(event.streamId(), key -> new ArrayList<>()).add(event.position());
    }
    return positions;
  }

  @Override
  public List<FeedEvent> read(long fromPosition, int limit) {
    List<FeedEvent> all = events();
    int from = (int) fromPosition;
    return from >= all.size() ? List.of() : all.subList(from, Math.min(all.size(), from + limit));
  }

  @Override
  public long head() {
    return events.size() - 1L;
  }

  @Override
  public void onGrowth(Runnable callback) {
    listeners.add(callback);
  }

  @Override
  public void offGrowth(Runnable callback) {
    listeners.remove(callback);
  }
}
