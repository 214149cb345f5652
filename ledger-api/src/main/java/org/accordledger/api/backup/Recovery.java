package org.accordledger.api.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.accordledger.api.embedded.DatabaseAccess;

/** The end of a recovery: before it, the database answers and takes nothing. */
final class Recovery {
  private static final List<String> SETTINGS =
      List.of("restore_command", "recovery_target_time", "recovery_target_action");
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Recovery() {}

  static void await(DatabaseAccess access, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      while (recovers(statement)) {
        if (System.nanoTime() > end) {
          throw new BackupProblem("the database was not recovered within " + limit);
        }
        Thread.sleep(PAUSE);
      }
    } catch (SQLException e) {
      throw new BackupProblem("the database was not recovered: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackupProblem("stopped while the database was recovered");
    }
  }

  /** What said where to stop is of no use to the database any more. */
  static void forget(DatabaseAccess access) {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute("alter system reset " + setting);
      }
    } catch (SQLException e) {
      throw new BackupProblem("the database was not recovered: " + e.getMessage(), e);
    }
  }

  private static boolean recovers(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select pg_is_in_recovery()")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
