package org.accordledger.projections.node;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.accordledger.projections.Columns;
import org.accordledger.projections.Rows;
import org.accordledger.projections.feed.FeedEvent;
import org.accordledger.projections.feed.FeedReader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The events taken from the topic, and up to which offset of each partition: both in one
 * transaction, so that what comes again changes nothing, whichever node it comes to. Nothing waits
 * for the disk: what a crash of the database takes back, offset and events alike, is taken again.
 */
final class Inbox {
  private static final String TYPE_PREFIX = "org.accordledger.";
  private static final int STEP = 10_000;
  private static final Rows<FeedEvent> EVENTS =
      new Rows<FeedEvent>()
          .column("bigint", FeedEvent::position)
          .column("text", FeedEvent::streamId)
          .column("bigint", FeedEvent::streamVersion)
          .column("text", event -> Rows.text(event.recordedAt()))
          .column("text", event -> event.type().substring(TYPE_PREFIX.length()))
          .column("text", FeedEvent::commitment)
          .column("text", Inbox::payload)
          .column("text", FeedEvent::traceparent);
  private static final String COLUMNS =
      "unnest(?, ?, ?, ?, ?, ?, ?, ?)"
          + " as n(position, stream_id, stream_version, recorded_at, type, commitment, payload,"
          + " traceparent)";

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final TransactionTemplate transaction;

  /** Canonical JSON is UTF-8 without any byte 0, which a column of text holds as it is. */
  private static String payload(FeedEvent event) {
    return new String(Objects.requireNonNull(event.content()).payload(), StandardCharsets.UTF_8);
  }

  Inbox(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.client = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** The group of readers of all nodes on this database, and of no other database. */
  String group() {
    return client.sql("select group_id from inbox.watermark").query(String.class).single();
  }

  /** The next offset of every partition of a topic from which something was taken. */
  Map<Integer, Long> offsets(String topicId) {
    Map<Integer, Long> offsets = new HashMap<>();
    client
        .sql("select partition, next_offset from inbox.taken where topic_id = ?")
        .param(topicId)
        .query(
            row -> {
              offsets.put(row.getInt("partition"), row.getLong("next_offset"));
            });
    return offsets;
  }

  /**
   * Keeps what came, with the offsets it goes up to.
   *
   * @throws IntakeFailure if the database stands before where the reader stood, or what came is not
   *     this log
   */
  void take(String topicId, List<FeedReader.Fetched> fetched) {
    List<FeedEvent> events = fetched.stream().flatMap(one -> one.events().stream()).toList();
    requireWhole(events);
    transaction.executeWithoutResult(
        status -> {
          jdbc.execute("set local synchronous_commit to off");
          requireSource(events);
          // in the same order on every node, so that none waits for another crosswise
          fetched.stream()
              .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
              .forEach(one -> moveOn(topicId, one));
          insert(events);
        });
  }

  private static void requireWhole(List<FeedEvent> events) {
    for (FeedEvent event : events) {
      if (event.content() == null) {
        throw new IntakeFailure(
            "the payload of position %d is withheld: projections need the whole topic, not the open one"
                .formatted(event.position()));
      }
      if (!event.type().startsWith(TYPE_PREFIX)) {
        throw new IntakeFailure("no event of a ledger has the type " + event.type());
      }
    }
  }

  private void requireSource(List<FeedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    String source = events.getFirst().source();
    String known = source();
    if (known == null) {
      jdbc.update("update inbox.watermark set source = ? where source is null", source);
      known = source();
    }
    for (FeedEvent event : events) {
      if (!event.source().equals(known)) {
        throw new IntakeFailure(
            "the topic holds the log of %s, and this database that of %s"
                .formatted(event.source(), known));
      }
    }
  }

  /** Name of the log that is in it; null before the first event. */
  @Nullable String source() {
    return jdbc.queryForObject("select source from inbox.watermark", String.class);
  }

  private void moveOn(String topicId, FeedReader.Fetched one) {
    int moved =
        client
            .sql(
                """
                insert into inbox.taken as t (topic_id, partition, next_offset)
                select ?, ?, ? where ? = 0
                    or exists (select from inbox.taken where topic_id = ? and partition = ?)
                on conflict (topic_id, partition) do update
                set next_offset = greatest(t.next_offset, excluded.next_offset)
                where t.next_offset >= ?
                """)
            .param(topicId)
            .param(one.partition())
            .param(one.next())
            .param(one.from())
            .param(topicId)
            .param(one.partition())
            .param(one.from())
            .update();
    if (moved != 1) {
      throw new IntakeFailure(
          "partition %d was taken up to offset %d, and the database does not say so any more: what lies between is taken again"
              .formatted(one.partition(), one.from()));
    }
  }

  private void insert(List<FeedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    // by position, so that two nodes that insert the same events do not wait for each other
    // crosswise
    List<FeedEvent> ordered =
        events.stream().sorted((a, b) -> Long.compare(a.position(), b.position())).toList();
    EVENTS.write(
        jdbc,
        "insert into inbox.event (position, stream_id, stream_version, recorded_at, type,"
            + " commitment, payload, traceparent) select position, stream_id, stream_version,"
            + " recorded_at::timestamptz, type, commitment, payload, traceparent from "
            + COLUMNS
            + " order by position on conflict do nothing",
        ordered);
    EVENTS.query(
        jdbc,
        "select n.position from "
            + COLUMNS
            + " join inbox.event e using (position) where (n.stream_id, n.stream_version, n.type,"
            + " n.commitment) is distinct from (e.stream_id, e.stream_version, e.type,"
            + " e.commitment) order by 1 limit 1",
        ordered,
        row -> {
          throw new IntakeFailure(
              "position %d came as another event than before: two logs, or one that was changed"
                  .formatted(row.getLong("position")));
        });
  }

  /** Moves the watermark over what is in without a gap. */
  Watermark advance() {
    Watermark before = watermark();
    while (step(before.position())) {
      before = watermark();
    }
    return watermark();
  }

  /** True if there may be more. */
  private boolean step(long from) {
    return client
        .sql(
            """
            with run as (
              select position, recorded_at, position - row_number() over (order by position) as start
              from (select position, recorded_at from inbox.event where position > ?
                    order by position limit ?) next),
            last as (select position, recorded_at from run where start = ? order by position desc limit 1)
            update inbox.watermark w set position = last.position, recorded_at = last.recorded_at
            from last where w.position < last.position
            returning w.position
            """)
        .param(from)
        .param(STEP)
        .param(from)
        .query(Long.class)
        .optional()
        .map(to -> to - from == STEP)
        .orElse(false);
  }

  Watermark watermark() {
    return client
        .sql("select position, recorded_at from inbox.watermark")
        .query(
            (row, number) ->
                new Watermark(row.getLong("position"), Columns.instantOrNull(row, "recorded_at")))
        .single();
  }

  /** The highest position that is in; -1 if none is. */
  long newest() {
    return client
        .sql("select coalesce(max(position), -1) from inbox.event")
        .query(Long.class)
        .single();
  }

  /** Events from a position on (inclusive), up to the watermark. */
  List<InboxEvent> read(long from, int limit) {
    return client
        .sql(
            """
            select position, stream_id, stream_version, recorded_at, type, payload, traceparent
            from inbox.event
            where position >= ? and position <= (select position from inbox.watermark)
            order by position limit ?
            """)
        .param(from)
        .param(limit)
        .query(
            (row, number) ->
                new InboxEvent(
                    row.getLong("position"),
                    row.getString("stream_id"),
                    row.getLong("stream_version"),
                    Columns.instant(row, "recorded_at"),
                    row.getString("type"),
                    row.getString("payload").getBytes(StandardCharsets.UTF_8),
                    row.getString("traceparent")))
        .list();
  }
}
