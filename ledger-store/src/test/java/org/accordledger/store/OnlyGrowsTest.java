package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnlyGrowsTest {
  private static final List<String> TABLES = List.of("event", "content", "idempotency");
  private static final List<String> CHANGES =
      List.of(
          "update ledger.%s set stream_id = stream_id",
          "delete from ledger.%s", "truncate ledger.%s", "truncate ledger.%s cascade");

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource database = postgres.source();

  @BeforeEach
  void aLogWithSomethingOfEverythingInIt() {
    try (TestNode node = TestNode.on(database)) {
      EventMessages messages = new EventMessages(TestNode.ORIGIN, new NoteCodec());
      Content content =
          Content.of("text/plain", "en", "text".getBytes(StandardCharsets.UTF_8), "clear");
      node.store()
          .append(
              TestNode.notes("note-1", 0, "a", "b").stream().map(messages::toStore).toList(),
              new AppendContext(
                  new IdempotencyKey("client", "key", new byte[] {1}), List.of(content)))
          .join();
    }
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(WholeLog.check(database)).containsExactly("a", "b");
  }

  @Test
  void notEvenASuperuserWhoOwnsTheTablesChangesWhatIsStored() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      everyChangeIsRefused(statement, "only grows");
    }
  }

  @Test
  void neitherDoesASessionThatCallsItselfAReplica() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      everyChangeIsRefused(statement, "only grows");
    }
  }

  @Test
  void norAnOwnerWhoIsNoSuperuser() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role plain_owner");
      statement.execute("grant usage, create on schema ledger to plain_owner");
      for (String table : TABLES) {
        statement.execute("alter table ledger." + table + " owner to plain_owner");
      }
      statement.execute("set role plain_owner");
      everyChangeIsRefused(statement, "only grows");
      statement.execute("reset role");
      for (String table : TABLES) {
        statement.execute("alter table ledger." + table + " owner to postgres");
      }
      statement.execute("drop owned by plain_owner");
      statement.execute("drop role plain_owner");
    }
  }

  @Test
  void theApplicationsRoleHasNoRightToTry() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set role ledger_app");
      everyChangeIsRefused(statement, "permission denied");
      refused(statement, "drop table ledger.event", "must be owner");
      refused(statement, "alter table ledger.event disable trigger all", "must be owner");
      refused(statement, "create table ledger.other (x int)", "permission denied");
      refused(statement, "delete from ledger.log_head", "permission denied");
      refused(statement, "update ledger.log_head set origin = 'x'", "permission denied");
    }
  }

  @Test
  void theHeadOnlyMovesForward() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      refused(statement, "update ledger.log_head set size = 1", "only moves forward");
      refused(statement, "update ledger.log_head set recorded_at = 'epoch'", "only moves forward");
      refused(statement, "update ledger.log_head set origin = 'x'", "given once");
      refused(statement, "delete from ledger.log_head", "refused");
      refused(statement, "truncate ledger.log_head", "refused");
      refused(
          statement,
          "insert into ledger.log_head (only_one, size, recorded_at, edge)"
              + " values (true, 0, 'epoch', '')",
          "refused");
    }
  }

  private static void everyChangeIsRefused(Statement statement, String reason) {
    for (String table : TABLES) {
      String column = table.equals("content") ? "ref" : "stream_id";
      for (String change : CHANGES) {
        refused(statement, change.formatted(table).replace("stream_id", column), reason);
      }
    }
  }

  private static void refused(Statement statement, String change, String reason) {
    assertThatExceptionOfType(SQLException.class)
        .as(change)
        .isThrownBy(() -> statement.execute(change))
        .withMessageContaining(reason);
  }
}
