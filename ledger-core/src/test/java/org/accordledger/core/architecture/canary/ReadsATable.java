package org.accordledger.core.architecture.canary;

import java.sql.Connection;
import java.sql.SQLException;

/** Breaks KNOWS_NO_JDBC. */
final class ReadsATable {
  private ReadsATable() {}

  static boolean isOpen(Connection connection) throws SQLException {
    return !connection.isClosed();
  }
}
