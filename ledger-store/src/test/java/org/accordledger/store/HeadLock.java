package org.accordledger.store;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Holds the head of the log as another node would, so that everything appended meanwhile queues.
 */
final class HeadLock {
  private static final String WAITING =
      """
      select count(*) > 0 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
      """;

  private HeadLock() {}

  static <T> T during(DataSource owner, Supplier<T> whatQueues) {
    return during(owner, () -> {}, whatQueues);
  }

  /**
   * Queues nothing before the committer waits with a first append in its hands, so that everything
   * that queues makes one batch.
   */
  static <T> T behind(DataSource owner, Runnable firstAppend, Supplier<T> whatQueues) {
    return during(
        owner,
        () -> {
          firstAppend.run();
          await().until(() -> somebodyWaits(owner));
        },
        whatQueues);
  }

  private static <T> T during(DataSource owner, Runnable before, Supplier<T> whatQueues) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select size from ledger.log_head for update");
      before.run();
      return whatQueues.get();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether a session of this database waits for a lock. */
  static boolean somebodyWaits(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WAITING)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
