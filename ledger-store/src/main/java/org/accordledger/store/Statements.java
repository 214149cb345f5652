package org.accordledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs statements outside the committer, each in a transaction of its own. */
record Statements(DataSource connections) {

  /**
   * Runs a query.
   *
   * @throws StoreUnavailable when the database does not answer
   */
  <T> T query(String sql, Binding binding, Reading<T> reading) {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        return reading.read(rows);
      }
    } catch (SQLException e) {
      throw StoreUnavailable.down(e);
    }
  }

  /**
   * Runs a change.
   *
   * @throws StoreUnavailable when the database does not answer
   */
  void update(String sql, Binding binding) {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw StoreUnavailable.down(e);
    }
  }

  interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
