package org.accordledger.store;

import java.sql.SQLException;

/** Tells a connection that is gone from a statement that is refused. */
final class ConnectionLoss {
  private ConnectionLoss() {}

  /**
   * Whether the database could not be asked at all: no SQL state (it comes from this side), class
   * 08 (connection exception) or 57P (shut down, crashed, starting).
   */
  static boolean isOne(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
