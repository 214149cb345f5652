package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.accordledger.store.LogConnection;
import org.accordledger.store.TestConnections;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** The row of the last signed checkpoint: whoever asks, it only moves forward. */
class SignedCheckpointRowTest {
  private static final String SET =
      "update ledger.signed_checkpoint set size = %d, root = decode(repeat('%s', 32), 'hex'),"
          + " note = '\\x01', signed_at = now()";

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final PGSimpleDataSource database = postgres.source();

  @BeforeEach
  void aLogOfThreeOfWhichTwoAreSigned() throws SQLException {
    try (TestNode node = TestNode.on(database)) {
      node.append("note-1", 0, "a", "b", "c");
    }
    execute(SET.formatted(2, "aa"));
  }

  @Test
  void itGoesForwardAndStaysAtOneRootForOneSize() throws SQLException {
    execute(SET.formatted(2, "aa"));
    refused(SET.formatted(1, "aa"), "only moves forward");
    refused(SET.formatted(2, "bb"), "only moves forward");
    execute(SET.formatted(3, "bb"));
    refused(SET.formatted(2, "aa"), "only moves forward");
  }

  @Test
  void itIsNeverAheadOfTheLog() {
    refused(SET.formatted(4, "aa"), "does not have as many entries");
  }

  @Test
  void itIsNeitherEmptiedNorHalfFilled() {
    refused(
        "update ledger.signed_checkpoint set size = null, root = null, note = null, signed_at ="
            + " null",
        "only moves forward");
    refused("update ledger.signed_checkpoint set note = null", "violates check constraint");
    refused("delete from ledger.signed_checkpoint", "only grows");
    refused("truncate ledger.signed_checkpoint", "only grows");
    refused("insert into ledger.signed_checkpoint default values", "only grows");
  }

  @Test
  void neitherDoesASessionThatCallsItselfAReplicaChangeThat() {
    refused(
        "set session_replication_role = replica; " + SET.formatted(1, "aa"), "only moves forward");
  }

  @Test
  void theApplicationsRoleMayReplaceItAndNothingMore() throws SQLException {
    execute("set role ledger_app; " + SET.formatted(3, "cc"));
    refused("set role ledger_app; delete from ledger.signed_checkpoint", "permission denied");
    refused(
        "set role ledger_app; update ledger.signed_checkpoint set only_one = true",
        "permission denied");
  }

  @Test
  void whoeverExpectsAnotherNoteThanThereIsComesTooLate() {
    try (LogConnection connection = TestConnections.to(database)) {
      byte[] root = new byte[32];
      byte[] note = {2};
      assertThat(connection.replace(null, 3, root, note, Instant.EPOCH)).isFalse();
      assertThat(connection.replace(new byte[] {3}, 3, root, note, Instant.EPOCH)).isFalse();
      assertThat(connection.state().orElseThrow().note()).containsExactly(1);
      assertThat(connection.replace(new byte[] {1}, 3, root, note, Instant.EPOCH)).isTrue();
      assertThat(connection.state().orElseThrow().note()).containsExactly(2);
    }
  }

  private void execute(String change) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  private void refused(String change, String reason) {
    assertThatExceptionOfType(SQLException.class)
        .as(change)
        .isThrownBy(() -> execute(change))
        .withMessageContaining(reason);
  }
}
