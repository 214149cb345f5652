package org.accordledger.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.accordledger.log.Leaf;
import org.accordledger.log.TreeEdge;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The publisher's own connection: reads leaves as fast as the database gives them, and keeps the
 * last signed checkpoint. A connection that fails is replaced at the next call. It belongs to one
 * thread.
 *
 * <p>Every method throws {@link StoreUnavailable} when the database does not answer; of a change it
 * is then unknown whether it was made.
 */
public final class LogConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogConnection.class);

  private static final String STATE =
      """
      select h.size, h.edge, c.note from ledger.log_head h, ledger.signed_checkpoint c
      """;

  private static final String REPLACE =
      """
      update ledger.signed_checkpoint set size = ?, root = ?, note = ?, signed_at = ?
      where note is not distinct from ?
      """;

  private static final String BEHIND_HEAD =
      """
      select min(e.position) from ledger.event e, ledger.log_head h where e.position >= h.size
      """;

  private static final String WRONG_HASH =
      """
      select position from ledger.event
      where position < ? and leaf_hash <> sha256('\\x00'::bytea || leaf)
      order by position limit 1
      """;

  /**
   * A leaf's commitment stands at its beginning, and all that has columns of its own at its end.
   */
  private static final String UNLIKE_ITS_LEAF =
      """
      select e.position
      from ledger.event e,
           lateral (select
             convert_to(
               '{"commitment":"'
                 || translate(encode(sha256(e.salt || e.payload), 'base64'), '+/=', '-_')
                 || '","id":"',
               'UTF8') as beginning,
             convert_to(
               '","source":' || to_json(?::text)::text
                 || ',"specversion":"1.0","streamversion":"' || e.stream_version
                 || '","subject":' || to_json(e.stream_id)::text
                 || ',"time":"'
                 || to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                 || '","type":"org.accordledger.' || e.type || '"}',
               'UTF8') as ending) said
      where e.position >= ? and e.position < ?
        and (substring(e.leaf from 1 for octet_length(said.beginning)) <> said.beginning
             or substring(e.leaf from octet_length(e.leaf) - octet_length(said.ending) + 1)
                <> said.ending
             or e.leaf_hash <> sha256('\\x00'::bytea || e.leaf))
      order by e.position limit 1
      """;

  /** Leaves of one statement, so that none comes near the bound on its time. */
  private static final long CHUNK = 1 << 16;

  private static final int BUFFER = 1 << 17;
  private static final int SIGNATURE_AND_FLAGS = 15;
  private static final int FIELDS = 2;
  private static final byte[] NO_LEAF = {};

  private final DataSource connections;
  private @Nullable Connection open;

  LogConnection(DataSource connections) {
    this.connections = connections;
  }

  /** The log's size and its last signed checkpoint; empty when somebody deleted either row. */
  public Optional<LogState> state() {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(STATE);
              ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new LogState(TreeEdge.of(row.getLong(1), row.getBytes(2)), row.getBytes(3)))
                : Optional.empty();
          }
        });
  }

  /**
   * Replaces the last signed checkpoint, if it still is the one expected.
   *
   * @param expected the bytes of the note, null when none was ever signed
   * @return false when somebody else was first; nothing is changed then
   */
  public boolean replace(
      byte @Nullable [] expected, long size, byte[] root, byte[] note, Instant signedAt) {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
            statement.setLong(1, size);
            statement.setBytes(2, root);
            statement.setBytes(3, note);
            statement.setObject(4, signedAt.atOffset(ZoneOffset.UTC));
            statement.setBytes(5, expected);
            return statement.executeUpdate() == 1;
          }
        });
  }

  /** Reads the leaves from one position to another, the last excluded, in order. */
  public void leaves(long from, long to, LeafConsumer consumer) {
    for (long at = from; at < to; at += CHUNK) {
      long first = at;
      long end = Math.min(to, at + CHUNK);
      with(
          connection -> {
            copy(connection, first, end, consumer);
            return end;
          });
    }
  }

  private static void copy(Connection connection, long from, long to, LeafConsumer consumer)
      throws SQLException, IOException {
    PGConnection session = connection.unwrap(PGConnection.class);
    String leaves =
        """
        copy (select position, leaf from ledger.event where position >= %d and position < %d
              order by position) to stdout (format binary)
        """
            .formatted(from, to);
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new PGCopyInputStream(session, leaves), BUFFER))) {
      in.skipNBytes(SIGNATURE_AND_FLAGS);
      in.skipNBytes(in.readInt());
      while (in.readShort() == FIELDS) {
        in.skipNBytes(Integer.BYTES);
        long position = in.readLong();
        int length = in.readInt();
        if (length > Leaf.MAX_BYTES) {
          // no leaf: taken as an empty one, it is found to be wrong at its position
          in.skipNBytes(length);
          consumer.accept(position, NO_LEAF);
        } else {
          consumer.accept(position, in.readNBytes(length));
        }
      }
    }
  }

  /**
   * The first position before {@code size} whose leaf is not the one its stored hash was made of:
   * where to look when the whole is found to be wrong.
   */
  public OptionalLong firstLeafUnlikeItsHash(long size) {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(WRONG_HASH)) {
            statement.setLong(1, size);
            try (ResultSet row = statement.executeQuery()) {
              return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
          }
        });
  }

  /** The first position at or behind the log's head that somebody put an entry at. */
  public OptionalLong firstRowBehindHead() {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(BEHIND_HEAD);
              ResultSet row = statement.executeQuery()) {
            row.next();
            long position = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
          }
        });
  }

  /**
   * The first position before {@code size} whose payload, salt, time, type or stream is not what
   * its leaf says: readers are given those, and the leaf alone is signed.
   *
   * @param origin of the log
   */
  public OptionalLong firstRowUnlikeItsLeaf(String origin, long size) {
    OptionalLong found = OptionalLong.empty();
    for (long at = 0; at < size && found.isEmpty(); at += CHUNK) {
      long first = at;
      long end = Math.min(size, at + CHUNK);
      found = with(connection -> unlikeItsLeaf(connection, origin, first, end));
    }
    return found;
  }

  private static OptionalLong unlikeItsLeaf(
      Connection connection, String origin, long from, long to) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNLIKE_ITS_LEAF)) {
      statement.setString(1, origin);
      statement.setLong(2, from);
      statement.setLong(3, to);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private <T> T with(Work<T> work) {
    boolean done = false;
    try {
      T result = work.on(connection());
      done = true;
      return result;
    } catch (SQLException e) {
      throw StoreUnavailable.down(e);
    } catch (IOException e) {
      throw StoreUnavailable.down(new SQLException(e.getMessage(), e));
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private Connection connection() throws SQLException {
    Connection connection = open;
    if (connection == null) {
      connection = connections.getConnection();
      open = connection;
    }
    return connection;
  }

  /** Gives the connection up; the next call opens another. */
  @Override
  public void close() {
    Connection connection = open;
    open = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        log.debug("A broken connection did not close", e);
      }
    }
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException, IOException;
  }
}
