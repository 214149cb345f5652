package org.accordledger.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The reference's events under the dense positions that the projections ask for: counted as they
 * come, because the reference numbers them with a sequence that has gaps. Good for reading once
 * from the start, which is all a benchmark does.
 *
 * @param size events stored now
 */
record CountedLog(StreamableMessageSource<TrackedEventMessage<?>> source, LongSupplier size)
    implements StreamableMessageSource<TrackedEventMessage<?>> {
  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    if (token != null) {
      throw new IllegalStateException("the reference's projections cannot be resumed");
    }
    return new Counting(source.openStream(null));
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(size.getAsLong() - 1);
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return null;
  }

  private static final class Counting implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> events;
    private long next;

    Counting(BlockingStream<TrackedEventMessage<?>> events) {
      this.events = events;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return events.peek().map(event -> numbered(event, next));
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return events.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return numbered(events.nextAvailable(), next++);
    }

    private static TrackedEventMessage<?> numbered(TrackedEventMessage<?> event, long position) {
      return event.withTrackingToken(new GlobalSequenceTrackingToken(position));
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
      events.close();
    }
  }
}
