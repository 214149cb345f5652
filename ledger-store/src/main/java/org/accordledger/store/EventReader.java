package org.accordledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.accordledger.log.Leaf;

/**
 * Reads the log. Positions are given inside the transaction that stores the events, one transaction
 * after the other, so what a reader sees has no gaps and nothing turns up before it later.
 *
 * <p>Every method throws {@link StoreUnavailable} when the database does not answer.
 */
public final class EventReader {
  private static final String COLUMNS =
      """
      select position, stream_id, stream_version, type, recorded_at, leaf, payload, metadata,
        traceparent
      from ledger.event
      """;

  /** Behind the head there is nothing, whatever somebody may have put there. */
  private static final String BY_POSITION =
      COLUMNS
          + """
          where position >= ? and position < (select size from ledger.log_head)
          order by position limit ?
          """;

  private static final String BY_STREAM =
      COLUMNS + "where stream_id = ? and stream_version >= ? order by stream_version";

  // positions are dense, so the first that is not where its number says has a gap before it
  private static final String FIRST_MISSING =
      """
      select ? + count(*) filter (where dense) from (
          select position = ? + row_number() over (order by position) - 1 as dense
          from ledger.event where position >= ? and position < ?) as entries
      """;
  private static final String PAYLOADS =
      """
      select position, stream_id, type, payload, salt
      from ledger.event where position >= ? and position < ? order by position
      """;

  // the first comes however large it is
  private static final String ENTRIES =
      """
      select position, leaf, payload, salt, traceparent from (
          select position, leaf, payload, salt, traceparent,
              sum(octet_length(payload)) over (order by position) - octet_length(payload) as before
          from ledger.event
          where position >= ? and position < least(?, (select size from ledger.log_head))) as entries
      where before < ? order by position
      """;

  private static final String STREAM_VERSION =
      "select max(stream_version) from ledger.event where stream_id = ?";

  private final Statements statements;

  EventReader(Statements statements) {
    this.statements = statements;
  }

  /** Events from a position on (inclusive), by position, at most {@code limit}. */
  public List<StoredEvent> read(long fromPosition, int limit) {
    return statements.query(
        BY_POSITION,
        statement -> {
          statement.setLong(1, fromPosition);
          statement.setInt(2, limit);
        },
        EventReader::events);
  }

  /**
   * The first position that has no entry; empty when there is one at each.
   *
   * @param from the first position looked at
   * @param to the position after the last
   */
  public OptionalLong firstMissing(long from, long to) {
    return statements.query(
        FIRST_MISSING,
        statement -> {
          statement.setLong(1, from);
          statement.setLong(2, from);
          statement.setLong(3, from);
          statement.setLong(4, to);
        },
        rows -> {
          rows.next();
          long next = rows.getLong(1);
          return next < to ? OptionalLong.of(next) : OptionalLong.empty();
        });
  }

  /** Payloads with their salts from one position to another, the last excluded, by position. */
  public List<StoredPayload> readPayloads(long from, long to) {
    return statements.query(
        PAYLOADS,
        statement -> {
          statement.setLong(1, from);
          statement.setLong(2, to);
        },
        EventReader::payloads);
  }

  /**
   * Events from a position on (inclusive) as they are kept, by position.
   *
   * @param limit most of them
   * @param bytes payloads after this many are left for the next time
   */
  public List<StoredEntry> readEntries(long fromPosition, int limit, long bytes) {
    return statements.query(
        ENTRIES,
        statement -> {
          statement.setLong(1, fromPosition);
          statement.setLong(2, fromPosition + limit);
          statement.setLong(3, bytes);
        },
        EventReader::entries);
  }

  /** The events of a stream from a version on (inclusive), by version. */
  public List<StoredEvent> readStream(String streamId, long fromVersion) {
    return statements.query(
        BY_STREAM,
        statement -> {
          statement.setString(1, streamId);
          statement.setLong(2, fromVersion);
        },
        EventReader::events);
  }

  /** Last version of a stream; empty when it has no events. */
  public OptionalLong streamVersion(String streamId) {
    return statements.query(
        STREAM_VERSION,
        statement -> statement.setString(1, streamId),
        rows -> {
          rows.next();
          long version = rows.getLong(1);
          return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
        });
  }

  /** Position of the last event, -1 when there is none. */
  public long head() {
    return statements.query(
        "select size - 1 from ledger.log_head", statement -> {}, EventReader::position);
  }

  /** Position of the last event recorded at or before an instant, -1 when there is none. */
  public long positionAt(Instant instant) {
    return statements.query(
        "select ledger.position_at(?)",
        statement ->
            statement.setObject(1, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)),
        EventReader::position);
  }

  private static long position(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  private static List<StoredPayload> payloads(ResultSet rows) throws SQLException {
    List<StoredPayload> payloads = new ArrayList<>();
    while (rows.next()) {
      payloads.add(
          new StoredPayload(
              rows.getLong(1),
              rows.getString(2),
              rows.getString(3),
              rows.getBytes(4),
              rows.getBytes(5)));
    }
    return payloads;
  }

  private static List<StoredEntry> entries(ResultSet rows) throws SQLException {
    List<StoredEntry> entries = new ArrayList<>();
    while (rows.next()) {
      entries.add(
          new StoredEntry(
              rows.getLong(1),
              rows.getBytes(2),
              rows.getBytes(3),
              rows.getBytes(4),
              rows.getString(5)));
    }
    return entries;
  }

  private static List<StoredEvent> events(ResultSet rows) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    while (rows.next()) {
      events.add(
          new StoredEvent(
              rows.getLong(1),
              rows.getString(2),
              rows.getLong(3),
              rows.getString(4),
              CommitSession.instant(rows, 5),
              Leaf.idIn(rows.getBytes(6)),
              rows.getBytes(7),
              MetadataBytes.decode(rows.getBytes(8)),
              rows.getString(9)));
    }
    return events;
  }
}
