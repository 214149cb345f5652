package org.accordledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Holds the head of the log as another node would, so that everything appended meanwhile queues.
 */
final class HeadLock {
  private HeadLock() {}

  static <T> T during(DataSource owner, Supplier<T> whatQueues) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select size from ledger.log_head for update");
      return whatQueues.get();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
