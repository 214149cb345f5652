package org.accordledger.api.feed;

import java.util.List;
import org.accordledger.api.security.Reader;
import org.accordledger.api.visibility.PayloadAccess;
import org.accordledger.log.Leaf;
import org.accordledger.projections.feed.FeedEvent;
import org.accordledger.projections.feed.FeedLog;

/**
 * What anybody may read of the store's events: of each what its leaf says, which the published log
 * says too, and the payload where somebody without a token is given it by {@code /payloads}; never
 * the trace, by which what one caller did could be told from what others did.
 */
final class PublicFeedLog implements FeedLog {
  private final FeedLog whole;
  private final PayloadAccess access;

  PublicFeedLog(FeedLog whole, PayloadAccess access) {
    this.whole = whole;
    this.access = access;
  }

  @Override
  public List<FeedEvent> read(long fromPosition, int limit) {
    return whole.read(fromPosition, limit).stream()
        .map(FeedEvent::untraced)
        .map(this::asAnybodyMayReadIt)
        .toList();
  }

  private FeedEvent asAnybodyMayReadIt(FeedEvent event) {
    FeedEvent.Content content = event.content();
    String type = event.type().substring(Leaf.TYPE_PREFIX.length());
    return content != null
            && access.mayRead(event.streamId(), type, content.payload(), Reader.anybody())
        ? event
        : event.withheld();
  }

  @Override
  public long head() {
    return whole.head();
  }

  @Override
  public void onGrowth(Runnable callback) {
    whole.onGrowth(callback);
  }

  @Override
  public void offGrowth(Runnable callback) {
    whole.offGrowth(callback);
  }
}
