package org.accordledger.api.feed;

import java.util.Base64;
import java.util.List;
import org.accordledger.log.Leaf;
import org.accordledger.projections.feed.FeedEvent;
import org.accordledger.projections.feed.FeedLog;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.StoredEntry;

/** The store's events as they are kept, whatever their marking. */
final class StoredFeedLog implements FeedLog {
  private static final Base64.Encoder SALT = Base64.getUrlEncoder().withoutPadding();
  private static final long BYTES_AT_A_TIME = 8L << 20;

  private final LedgerStore store;

  StoredFeedLog(LedgerStore store) {
    this.store = store;
  }

  @Override
  public List<FeedEvent> read(long fromPosition, int limit) {
    return store.events().readEntries(fromPosition, limit, BYTES_AT_A_TIME).stream()
        .map(StoredFeedLog::event)
        .toList();
  }

  private static FeedEvent event(StoredEntry entry) {
    Leaf leaf = Leaf.read(entry.leaf());
    return new FeedEvent(
        entry.position(),
        leaf.id().toString(),
        leaf.origin(),
        Leaf.TYPE_PREFIX + leaf.type(),
        leaf.streamId(),
        leaf.streamVersion(),
        leaf.recordedAt(),
        leaf.commitment(),
        new FeedEvent.Content(entry.payload(), SALT.encodeToString(entry.salt())),
        entry.traceparent());
  }

  @Override
  public long head() {
    return store.events().head();
  }

  @Override
  public void onGrowth(Runnable callback) {
    store.onGrowth(callback);
  }

  @Override
  public void offGrowth(Runnable callback) {
    store.offGrowth(callback);
  }
}
