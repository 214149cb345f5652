package org.accordledger.projections.node;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.feed.FeedEvent;
import org.accordledger.projections.feed.FeedLog;

/** Events of a log as they are fed, as many of them as there are by now. */
final class RecordedFeedLog implements FeedLog {
  static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private static final EventCodec CODEC = new EventCodec();

  private final List<FeedEvent> all;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile int size;

  RecordedFeedLog(List<? extends Recorded<? extends LedgerEvent>> events) {
    this.all = events.stream().map(RecordedFeedLog::event).toList();
  }

  static FeedEvent event(Recorded<? extends LedgerEvent> recorded) {
    EncodedEvent encoded = CODEC.encode(recorded.event());
    long position = recorded.position();
    return new FeedEvent(
        position,
        new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + position).toString(),
        "localhost/ledger",
        "org.accordledger." + encoded.type(),
        recorded.streamId(),
        recorded.streamVersion(),
        recorded.recordedAt(),
        "z".repeat(42) + "A",
        new FeedEvent.Content(encoded.payload(), "s".repeat(42) + "A"),
        TRACEPARENT);
  }

  List<FeedEvent> events() {
    return all;
  }

  /** From now on this many events are there. */
  void growTo(int newSize) {
    size = newSize;
    listeners.forEach(Runnable::run);
  }

  @Override
  public List<FeedEvent> read(long fromPosition, int limit) {
    int from = (int) fromPosition;
    int end = size;
    return from >= end ? List.of() : all.subList(from, Math.min(end, from + limit));
  }

  @Override
  public long head() {
    return size - 1L;
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
