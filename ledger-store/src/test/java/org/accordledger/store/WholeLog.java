package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;
import org.accordledger.log.TreeEdge;

/** Checks everything that must hold of a log, from the database alone, after every test. */
final class WholeLog {
  private WholeLog() {}

  /** The texts in the log, by position. */
  static List<String> check(DataSource owner) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      List<String> texts = new ArrayList<>();
      List<byte[]> leafHashes = new ArrayList<>();
      Instant last = checkEvents(statement, texts, leafHashes);
      checkHead(statement, leafHashes, last);
      return texts;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Instant checkEvents(
      Statement statement, List<String> texts, List<byte[]> leafHashes) throws SQLException {
    Map<String, Long> versions = new HashMap<>();
    Instant last = Instant.EPOCH;
    try (ResultSet row =
        statement.executeQuery(
            """
            select e.position, e.stream_id, e.stream_version, e.type, e.recorded_at, e.leaf,
                   e.payload, e.salt, e.leaf_hash, h.origin
            from ledger.event e, ledger.log_head h order by e.position
            """)) {
      while (row.next()) {
        long position = row.getLong(1);
        assertThat(position).as("dense positions").isEqualTo(texts.size());
        String stream = row.getString(2);
        long version = row.getLong(3);
        assertThat(version)
            .as("version of %s at %d", stream, position)
            .isEqualTo(versions.getOrDefault(stream, -1L) + 1);
        versions.put(stream, version);
        Instant recordedAt = CommitSession.instant(row, 5);
        assertThat(recordedAt).as("time at %d", position).isAfterOrEqualTo(last);
        last = recordedAt;
        byte[] leaf = row.getBytes(6);
        Leaf expected =
            new Leaf(
                row.getString(10),
                Leaf.idIn(leaf),
                row.getString(4),
                stream,
                version,
                recordedAt,
                LogHash.commitment(row.getBytes(8), row.getBytes(7)));
        assertThat(new String(leaf, StandardCharsets.UTF_8))
            .as("leaf %d", position)
            .isEqualTo(new String(expected.bytes(), StandardCharsets.UTF_8));
        assertThat(row.getBytes(9)).as("hash %d", position).isEqualTo(LogHash.leaf(leaf));
        leafHashes.add(row.getBytes(9));
        texts.add(new String(row.getBytes(7), StandardCharsets.UTF_8));
      }
    }
    return last;
  }

  private static void checkHead(Statement statement, List<byte[]> leafHashes, Instant last)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select size, recorded_at, edge from ledger.log_head")) {
      row.next();
      assertThat(row.getLong(1)).as("size").isEqualTo(leafHashes.size());
      assertThat(CommitSession.instant(row, 2)).as("time of the head").isEqualTo(last);
      assertThat(TreeEdge.of(row.getLong(1), row.getBytes(3)).root())
          .as("root of the edge")
          .isEqualTo(naiveRoot(leafHashes));
    }
  }

  /** RFC 6962, section 2.1, as it is defined. */
  private static byte[] naiveRoot(List<byte[]> leafHashes) {
    if (leafHashes.isEmpty()) {
      return LogHash.emptyRoot();
    }
    if (leafHashes.size() == 1) {
      return leafHashes.getFirst();
    }
    int split = Integer.highestOneBit(leafHashes.size() - 1);
    return LogHash.node(
        naiveRoot(leafHashes.subList(0, split)),
        naiveRoot(leafHashes.subList(split, leafHashes.size())));
  }
}
