package org.accordledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database for one test; after it the whole log is checked, whatever the test was about.
 */
public final class TestDatabase implements AfterEachCallback {
  private final PGSimpleDataSource source = TestPostgres.take();
  private boolean tampered;

  /** The owner's way into it; the owner is a superuser. */
  public PGSimpleDataSource source() {
    return source;
  }

  /** The test changes what is stored, so that the log in it is not whole any more. */
  public void tampered() {
    tampered = true;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    DataSource owner = TestPostgres.sameDatabase(source);
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      if (!tampered && hasLog(statement)) {
        WholeLog.check(owner);
      }
      statement.execute("drop schema if exists ledger cascade");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    TestPostgres.giveBack(source);
  }

  private static boolean hasLog(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select to_regclass('ledger.log_head') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
