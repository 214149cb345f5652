package org.accordledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.log.LogHash;
import org.accordledger.log.TreeEdge;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;

/**
 * Decides which appends of a batch stand, and gives their events positions, a time and leaves. An
 * append that cannot stand is kept with its reason and costs the others nothing. Answers are only
 * noted here: nobody may hear them before the batch is durable, because an append may be refused on
 * account of one before it in the same batch.
 */
final class Batch {
  private final String origin;
  private final LogHead before;
  private final Instant recordedAt;
  private final Map<String, Long> streamVersions;
  private final KnownKeys keys;
  private final List<Row> rows = new ArrayList<>();
  private final List<Append> accepted = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private final List<KeyRow> newKeys = new ArrayList<>();
  private TreeEdge edge;

  /**
   * A batch without appends yet.
   *
   * @param streamVersions last version of every stream the appends name, -1 for one without events;
   *     this batch counts them on
   */
  Batch(
      String origin,
      LogHead before,
      Instant now,
      Map<String, Long> streamVersions,
      KnownKeys keys) {
    this.origin = origin;
    this.before = before;
    this.recordedAt = now.isBefore(before.recordedAt()) ? before.recordedAt() : now;
    this.streamVersions = new HashMap<>(streamVersions);
    this.keys = keys;
    this.edge = before.edge();
  }

  void add(Append append) {
    RuntimeException refusal = refusal(append);
    if (refusal != null) {
      answers.add(() -> append.refuse(refusal));
      return;
    }
    long first = edge.size();
    for (NewEvent event : append.events()) {
      byte[] leaf = event.leaf(origin, recordedAt).bytes();
      byte[] leafHash = LogHash.leaf(leaf);
      rows.add(new Row(edge.size(), event, leaf, leafHash));
      edge = edge.append(leafHash);
      streamVersions.put(event.streamId(), event.streamVersion());
    }
    Appended appended = appended(append, first);
    IdempotencyKey key = append.key();
    if (key != null) {
      keys.add(key.scope(), key.key(), key.requestHash(), appended);
      newKeys.add(new KeyRow(key, appended));
    }
    accepted.add(append);
    answers.add(() -> append.answer().complete(appended));
  }

  private Appended appended(Append append, long first) {
    String streamId = append.events().getFirst().streamId();
    long version = streamVersions.getOrDefault(streamId, -1L);
    return new Appended(streamId, version, first, edge.size() - 1, recordedAt);
  }

  private @Nullable RuntimeException refusal(Append append) {
    IdempotencyKey key = append.key();
    KnownKeys.Known known = key == null ? null : keys.find(key);
    if (key != null && known != null) {
      return Arrays.equals(known.requestHash(), key.requestHash())
          ? new RepeatedCommand(known.first())
          : new KeyReusedForOtherRequest(key);
    }
    Map<String, Long> versions = new HashMap<>();
    for (NewEvent event : append.events()) {
      String stream = event.streamId();
      long last = versions.getOrDefault(stream, streamVersions.getOrDefault(stream, -1L));
      if (event.streamVersion() != last + 1) {
        return event.streamVersion() == 0
            ? new AggregateStreamCreationException(
                "%s exists already: a stream is created once.".formatted(stream))
            : new StaleAppend(stream, event.streamVersion(), last);
      }
      versions.put(stream, event.streamVersion());
    }
    return null;
  }

  LogHead after() {
    return new LogHead(recordedAt, edge);
  }

  LogHead before() {
    return before;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  List<Row> rows() {
    return rows;
  }

  List<KeyRow> newKeys() {
    return newKeys;
  }

  List<Content> contents() {
    return accepted.stream().flatMap(append -> append.contents().stream()).toList();
  }

  /** Last version of every stream this batch was told of or appended to, as after the batch. */
  Map<String, Long> streamVersions() {
    return streamVersions;
  }

  Set<String> changedStreams() {
    Set<String> streams = new HashSet<>();
    rows.forEach(row -> streams.add(row.event().streamId()));
    return streams;
  }

  /** To be called when the batch is durable, or when there was nothing in it to store. */
  void answerAll() {
    answers.forEach(Runnable::run);
  }

  /** An event with its place. */
  record Row(long position, NewEvent event, byte[] leaf, byte[] leafHash) {}

  /** An idempotency key with the answer to repeat. */
  record KeyRow(IdempotencyKey key, Appended appended) {}
}
