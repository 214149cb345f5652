package org.accordledger.projections.node;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.EventSpans;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The inbox as the log that projections read: dense, in the order of positions, up to the
 * watermark. Any thread.
 */
final class InboxLog implements StreamableMessageSource<TrackedEventMessage<?>> {
  private static final int PAGE = 1_000;
  private static final int KEPT = 4 * PAGE;

  private final Inbox inbox;
  private final EventCodec codec;
  private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
  // an event never changes: what one reader has decoded is right for every other one
  private final Cache<Long, TrackedEventMessage<?>> recent =
      Caffeine.newBuilder().maximumSize(KEPT).build();
  private volatile long known = -1;

  InboxLog(Inbox inbox, EventCodec codec) {
    this.inbox = inbox;
    this.codec = codec;
  }

  /** Told where the watermark stands, wakes those who read. */
  void reached(long watermark) {
    if (watermark != known) {
      known = watermark;
      waiting.forEach(Runnable::run);
    }
  }

  long known() {
    return known;
  }

  void add(Runnable reader) {
    waiting.add(reader);
  }

  void remove(Runnable reader) {
    waiting.remove(reader);
  }

  /** What other readers have decoded already, from a position on; often nothing. */
  List<TrackedEventMessage<?>> decoded(long from) {
    List<TrackedEventMessage<?>> found = new ArrayList<>();
    while (found.size() < PAGE) {
      TrackedEventMessage<?> message = recent.getIfPresent(from + found.size());
      if (message == null) {
        break;
      }
      found.add(message);
    }
    return found;
  }

  List<InboxEvent> page(long from) {
    return inbox.read(from, PAGE);
  }

  /**
   * The event as Axon hands it on.
   *
   * @throws RuntimeException if this version does not understand the event
   */
  TrackedEventMessage<?> message(InboxEvent event) {
    TrackedEventMessage<?> message =
        new GenericTrackedDomainEventMessage<>(
            new GlobalSequenceTrackingToken(event.position()),
            new GenericDomainEventMessage<>(
                event.streamId().substring(0, event.streamId().indexOf('-')),
                event.streamId(),
                event.streamVersion(),
                codec.decode(event.type(), event.payload()),
                metadata(event.traceparent()),
                Long.toString(event.position()),
                event.recordedAt()));
    recent.put(event.position(), message);
    return message;
  }

  private static MetaData metadata(@Nullable String traceparent) {
    return traceparent == null
        ? MetaData.emptyInstance()
        : MetaData.with(EventSpans.TRACEPARENT, traceparent);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new InboxStream(this, token == null ? 0 : token.position().orElseThrow() + 1);
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return null;
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    long head = inbox.watermark().position();
    return head < 0 ? null : new GlobalSequenceTrackingToken(head);
  }
}
