package org.accordledger.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * States of streams kept to read them faster, one for each stream. They prove nothing and may be
 * thrown away at any time.
 */
final class Snapshots {
  private static final String STORE =
      """
      insert into ledger.snapshot (stream_id, stream_version, stream_kind, type, taken_at, payload)
      values (?, ?, ?, ?, ?, ?)
      on conflict (stream_id) do update
        set stream_version = excluded.stream_version, stream_kind = excluded.stream_kind,
            type = excluded.type, taken_at = excluded.taken_at, payload = excluded.payload
        where ledger.snapshot.stream_version <= excluded.stream_version
      """;

  private static final String READ =
      """
      select stream_id, stream_version, stream_kind, type, taken_at, payload
      from ledger.snapshot where stream_id = ?
      """;

  private final Statements statements;

  Snapshots(Statements statements) {
    this.statements = statements;
  }

  void store(Snapshot snapshot) {
    statements.update(
        STORE,
        statement -> {
          statement.setString(1, snapshot.streamId());
          statement.setLong(2, snapshot.streamVersion());
          statement.setString(3, snapshot.streamKind());
          statement.setString(4, snapshot.type());
          statement.setObject(5, snapshot.takenAt().atOffset(ZoneOffset.UTC));
          statement.setBytes(6, snapshot.payload());
        });
  }

  Optional<Snapshot> read(String streamId) {
    return statements.query(
        READ,
        statement -> statement.setString(1, streamId),
        rows ->
            rows.next()
                ? Optional.of(
                    new Snapshot(
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getString(4),
                        CommitSession.instant(rows, 5),
                        rows.getBytes(6)))
                : Optional.empty());
  }

  /** The state of a stream after the event of that version. */
  record Snapshot(
      String streamId,
      long streamVersion,
      String streamKind,
      String type,
      Instant takenAt,
      byte[] payload) {}
}
