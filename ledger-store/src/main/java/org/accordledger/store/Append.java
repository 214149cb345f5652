package org.accordledger.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The events of one command waiting to be stored, all or none of them. */
record Append(
    List<NewEvent> events,
    @Nullable IdempotencyKey key,
    List<Content> contents,
    CompletableFuture<Appended> answer) {

  Append(List<NewEvent> events, @Nullable IdempotencyKey key, List<Content> contents) {
    this(events, key, contents, new CompletableFuture<>());
  }

  /** Roughly what it takes in memory and on the wire, in bytes. */
  long weight() {
    long weight = 0;
    for (NewEvent event : events) {
      weight += 512 + event.payload().length;
    }
    for (Content content : contents) {
      weight += content.bytes().length;
    }
    return weight;
  }

  void refuse(RuntimeException reason) {
    answer.completeExceptionally(reason);
  }
}
