package org.accordledger.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accordledger.log.TreeEdge;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The committer's connection and what it says to the database. One statement stores a whole batch
 * and moves the head; the trigger on the head tells the other nodes.
 */
final class CommitSession implements AutoCloseable {
  private static final String LOCK_HEAD =
      "select size, recorded_at, edge from ledger.log_head for update";

  private static final String STREAM_VERSIONS =
      """
      select s.stream_id, coalesce((select max(e.stream_version) from ledger.event e
                                    where e.stream_id = s.stream_id), -1)
      from unnest(?::text[]) s(stream_id)
      """;

  private static final String KEYS =
      """
      select k.scope, k.key, k.request_hash, k.stream_id, k.stream_version, k.first_position,
             k.last_position, k.recorded_at
      from unnest(?::text[], ?::text[]) asked(scope, key)
      join ledger.idempotency k on k.scope = asked.scope and k.key = asked.key
      """;

  private static final String LEAF_HASH = "select leaf_hash from ledger.event where position = ?";

  private static final String STORE =
      """
      with events as (
        insert into ledger.event (position, stream_id, stream_version, type, recorded_at, leaf,
                                  payload, salt, leaf_hash, metadata, traceparent)
        select ? + e.n - 1, e.stream_id, e.stream_version, e.type, ?, e.leaf, e.payload, e.salt,
               e.leaf_hash, e.metadata, e.traceparent
        from unnest(?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[],
                    ?::bytea[], ?::bytea[], ?::text[]) with ordinality
             e(stream_id, stream_version, type, leaf, payload, salt, leaf_hash, metadata,
               traceparent, n)
      ), keys as (
        insert into ledger.idempotency (scope, key, request_hash, stream_id, stream_version,
                                        first_position, last_position, recorded_at)
        select k.scope, k.key, k.request_hash, k.stream_id, k.stream_version, k.first_position,
               k.last_position, ?
        from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::bigint[], ?::bigint[],
                    ?::bigint[])
             k(scope, key, request_hash, stream_id, stream_version, first_position, last_position)
      ), contents as (
        insert into ledger.content (ref, salt, media_type, language, marking, bytes)
        select * from unnest(?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::bytea[])
        on conflict (ref) do nothing
      )
      update ledger.log_head set size = ?, recorded_at = ?, edge = ?
      """;

  private final Connection connection;
  private final int backendPid;

  CommitSession(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.backendPid = connection.unwrap(PGConnection.class).getBackendPID();
  }

  /** Which of the database's processes serves this session; it signs the notifications. */
  int backendPid() {
    return backendPid;
  }

  /** Begins: until commit or rollback no other node can give positions. */
  LogHead lockHead() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK_HEAD);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new LogHead(instant(row, 2), TreeEdge.of(row.getLong(1), row.getBytes(3)));
    }
  }

  Map<String, Long> streamVersions(Collection<String> streamIds) throws SQLException {
    Map<String, Long> versions = new HashMap<>();
    if (streamIds.isEmpty()) {
      return versions;
    }
    try (PreparedStatement statement = connection.prepareStatement(STREAM_VERSIONS)) {
      statement.setArray(1, connection.createArrayOf("text", streamIds.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          versions.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return versions;
  }

  KnownKeys keys(List<IdempotencyKey> asked) throws SQLException {
    KnownKeys known = new KnownKeys();
    if (asked.isEmpty()) {
      return known;
    }
    try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
      statement.setArray(1, array("text", asked, String.class, IdempotencyKey::scope));
      statement.setArray(2, array("text", asked, String.class, IdempotencyKey::key));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1), rows.getString(2), rows.getBytes(3), appended(rows, 4));
        }
      }
    }
    return known;
  }

  void store(Batch batch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STORE)) {
      OffsetDateTime recordedAt = batch.recordedAt().atOffset(ZoneOffset.UTC);
      Parameters out = new Parameters(statement);
      out.add(batch.before().size()).add(recordedAt);
      addEvents(out, batch.rows());
      out.add(recordedAt);
      addKeys(out, batch.newKeys());
      addContents(out, batch.contents());
      out.add(batch.after().size()).add(recordedAt).add(batch.after().edge().bytes());
      statement.executeUpdate();
    }
  }

  private void addEvents(Parameters out, List<Batch.Row> rows) throws SQLException {
    out.add(array("text", rows, String.class, row -> row.event().streamId()));
    out.add(array("bigint", rows, Long.class, row -> row.event().streamVersion()));
    out.add(array("text", rows, String.class, row -> row.event().type()));
    out.add(array("bytea", rows, byte[].class, Batch.Row::leaf));
    out.add(array("bytea", rows, byte[].class, row -> row.event().payload()));
    out.add(array("bytea", rows, byte[].class, row -> row.event().salt()));
    out.add(array("bytea", rows, byte[].class, Batch.Row::leafHash));
    out.add(array("bytea", rows, byte[].class, row -> row.event().metadata()));
    out.add(array("text", rows, String.class, row -> row.event().traceparent()));
  }

  private void addKeys(Parameters out, List<Batch.KeyRow> rows) throws SQLException {
    out.add(array("text", rows, String.class, row -> row.key().scope()));
    out.add(array("text", rows, String.class, row -> row.key().key()));
    out.add(array("bytea", rows, byte[].class, row -> row.key().requestHash()));
    out.add(array("text", rows, String.class, row -> row.appended().streamId()));
    out.add(array("bigint", rows, Long.class, row -> row.appended().streamVersion()));
    out.add(array("bigint", rows, Long.class, row -> row.appended().firstPosition()));
    out.add(array("bigint", rows, Long.class, row -> row.appended().lastPosition()));
  }

  private void addContents(Parameters out, List<Content> contents) throws SQLException {
    out.add(array("text", contents, String.class, Content::ref));
    out.add(array("bytea", contents, byte[].class, Content::salt));
    out.add(array("text", contents, String.class, Content::mediaType));
    out.add(array("text", contents, String.class, Content::language));
    out.add(array("text", contents, String.class, Content::marking));
    out.add(array("bytea", contents, byte[].class, Content::bytes));
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  /**
   * Whether this very batch is in the log, asked on a fresh session. The head is locked first: as
   * long as the broken session's transaction still lives in the database, it holds that lock. A
   * leaf's commitment is salted, so an equal leaf hash is the same event.
   */
  boolean holds(Batch batch) throws SQLException {
    lockHead();
    Batch.Row first = batch.rows().getFirst();
    boolean found;
    try (PreparedStatement statement = connection.prepareStatement(LEAF_HASH)) {
      statement.setLong(1, first.position());
      try (ResultSet row = statement.executeQuery()) {
        found = row.next() && Arrays.equals(row.getBytes(1), first.leafHash());
      }
    }
    connection.rollback();
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Appended appended(ResultSet row, int column) throws SQLException {
    return new Appended(
        row.getString(column),
        row.getLong(column + 1),
        row.getLong(column + 2),
        row.getLong(column + 3),
        instant(row, column + 4));
  }

  /** One column of the rows; the driver sends arrays of the exact element type in binary. */
  private <R> Array array(
      String sqlType, List<R> rows, Class<?> type, Function<R, @Nullable Object> column)
      throws SQLException {
    Object values = java.lang.reflect.Array.newInstance(type, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      java.lang.reflect.Array.set(values, i, column.apply(rows.get(i)));
    }
    return connection.createArrayOf(sqlType, (Object[]) values);
  }

  /** The parameters of a statement in their order, so that nobody counts question marks. */
  private static final class Parameters {
    private final PreparedStatement statement;
    private int next = 1;

    Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    Parameters add(Object value) throws SQLException {
      statement.setObject(next++, value);
      return this;
    }
  }
}
