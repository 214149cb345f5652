package org.accordledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/** Runs statements outside the committer, each in a transaction of its own. */
record Statements(DataSource connections) {

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
        throw StoreUnavailable.down(first);
      }
      try {
        return once(sql, use);
      } catch (SQLException second) {
        throw StoreUnavailable.down(second);
      }
    }
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
