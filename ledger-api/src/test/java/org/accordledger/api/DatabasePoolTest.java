package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.projections.ViewsSchema;
import org.junit.jupiter.api.Test;

class DatabasePoolTest {
  private final LedgerSettings settings = TestDatabase.newDatabase();

  private static HikariDataSource pool(LedgerSettings settings) {
    return DatabasePool.of(
        new DatabaseAccess(
            settings.databaseUrl(), settings.databaseUser(), settings.databasePassword()),
        "test",
        ViewsSchema.current());
  }

  @Test
  void what_a_node_has_locked_that_was_cut_off_another_can_have() throws SQLException {
    try (DatabaseLine line = new DatabaseLine(TestDatabase.port());
        HikariDataSource cutOff = pool(TestDatabase.through(line.port(), settings));
        HikariDataSource other = pool(settings)) {
      try (Connection connection = other.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create table public.claim (owner text)");
        statement.execute("insert into public.claim values ('nobody')");
      }
      Connection lost = cutOff.getConnection();
      lost.setAutoCommit(false);
      try (Statement statement = lost.createStatement()) {
        statement.execute("update public.claim set owner = 'lost'");
      }
      line.fallSilent();

      try (Connection connection = other.getConnection();
          Statement statement = connection.createStatement()) {
        assertThat(
                statement.executeUpdate(
                    "update public.claim set owner = 'other' where owner = 'nobody'"))
            .isEqualTo(1);
      } finally {
        line.comeBack();
        cutOff.evictConnection(lost);
      }
    }
  }
}
