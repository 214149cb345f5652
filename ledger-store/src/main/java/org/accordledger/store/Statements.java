package org.accordledger.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs statements outside the committer, each in a transaction of its own. */
record Statements(HikariDataSource connections) {
  private static final Logger log = LoggerFactory.getLogger(Statements.class);

  /**
   * Runs a query.
   *
   * @throws StoreUnavailable when the database does not answer
   */
  <T> T query(String sql, Binding binding, Reading<T> reading) {
    return twice(
        sql,
        statement -> {
          binding.bind(statement);
          try (ResultSet rows = statement.executeQuery()) {
            return reading.read(rows);
          }
        });
  }

  /**
   * Runs a change that may be run twice.
   *
   * @throws StoreUnavailable when the database does not answer
   */
  void update(String sql, Binding binding) {
    twice(
        sql,
        statement -> {
          binding.bind(statement);
          return statement.executeUpdate();
        });
  }

  /** The pool may hand out a connection that died a moment ago; the next one is a new one. */
  private <T> T twice(String sql, Use<T> use) {
    try {
      return once(sql, use);
    } catch (SQLException first) {
      if (!ConnectionLoss.isOne(first) || first instanceof SQLTransientConnectionException) {
        throw unavailable(first);
      }
      try {
        return once(sql, use);
      } catch (SQLException second) {
        throw unavailable(second);
      }
    }
  }

  private StoreUnavailable unavailable(SQLException reason) {
    if (isExhausted(reason)) {
      log.warn("All connections for reading are in use: {}", reason.getMessage());
      return StoreUnavailable.busy(reason);
    }
    log.warn("The ledger cannot read: {}", reason.getMessage());
    return StoreUnavailable.down(reason);
  }

  /**
   * Whether the wait for a connection ended although no attempt to connect had failed, and the pool
   * is as large as it may be.
   */
  private boolean isExhausted(SQLException reason) {
    return reason instanceof SQLTransientConnectionException
        && reason.getCause() == null
        && connections.getHikariPoolMXBean().getTotalConnections()
            >= connections.getMaximumPoolSize();
  }

  private <T> T once(String sql, Use<T> use) throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return use.of(statement);
    }
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
