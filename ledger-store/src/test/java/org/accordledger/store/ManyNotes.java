package org.accordledger.store;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;
import org.accordledger.log.TreeEdge;
import org.postgresql.PGConnection;

/** Fills an empty log with many events at once, as they would be after many commits. */
public final class ManyNotes {
  private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
  private static final long POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int CHUNK = 10_000;

  private ManyNotes() {}

  public static void store(DataSource owner, int count) {
    try (Connection connection = owner.getConnection()) {
      TreeEdge edge = TreeEdge.empty();
      for (int from = 0; from < count; from += CHUNK) {
        edge = chunk(connection, from, Math.min(count, from + CHUNK), edge);
      }
      try (PreparedStatement head =
          connection.prepareStatement(
              "update ledger.log_head set size = ?, recorded_at = ?, edge = ?")) {
        head.setLong(1, count);
        head.setObject(2, RECORDED.atOffset(ZoneOffset.UTC));
        head.setBytes(3, edge.bytes());
        head.executeUpdate();
      }
    } catch (SQLException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static TreeEdge chunk(Connection connection, int from, int to, TreeEdge before)
      throws SQLException, IOException {
    TreeEdge edge = before;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(SIGNATURE);
    out.writeInt(0);
    out.writeInt(0);
    for (int position = from; position < to; position++) {
      edge = edge.append(LogHash.leaf(row(out, position)));
    }
    out.writeShort(-1);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy ledger.event (position, stream_id, stream_version, type, recorded_at, leaf,"
                + " payload, salt, leaf_hash, metadata) from stdin (format binary)",
            new ByteArrayInputStream(bytes.toByteArray()));
    return edge;
  }

  private static byte[] row(DataOutputStream out, int position) throws IOException {
    byte[] payload = ("many/" + position).getBytes(StandardCharsets.UTF_8);
    byte[] salt = new byte[LogHash.SALT_BYTES];
    byte[] leaf =
        new Leaf(
                TestNode.ORIGIN,
                UuidCreator.getTimeOrderedEpoch(),
                NoteCodec.TYPE,
                "many",
                position,
                RECORDED,
                LogHash.commitment(salt, payload))
            .bytes();
    out.writeShort(10);
    number(out, position);
    bytes(out, "many".getBytes(StandardCharsets.UTF_8));
    number(out, position);
    bytes(out, NoteCodec.TYPE.getBytes(StandardCharsets.UTF_8));
    number(out, (RECORDED.getEpochSecond() - POSTGRES_EPOCH) * 1_000_000);
    bytes(out, leaf);
    bytes(out, payload);
    bytes(out, salt);
    bytes(out, LogHash.leaf(leaf));
    bytes(out, new byte[0]);
    return leaf;
  }

  private static void number(DataOutputStream out, long value) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
  }

  private static void bytes(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }
}
