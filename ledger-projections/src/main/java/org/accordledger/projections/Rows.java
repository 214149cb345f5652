package org.accordledger.projections;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Writes many rows with one statement: each column travels as one array and the statement unnests
 * them side by side.
 *
 * @param <R> what one row is made of
 */
public final class Rows<R> {
  private final List<Column<R>> columns = new ArrayList<>();

  private record Column<R>(String type, Function<R, @Nullable Object> value) {}

  /**
   * Adds the next column, in the order of the statement's parameters.
   *
   * @param type the PostgreSQL type the values are sent as; times and dates travel as text and are
   *     cast by the statement
   */
  public Rows<R> column(String type, Function<R, @Nullable Object> value) {
    columns.add(new Column<>(type, value));
    return this;
  }

  /** A day, time or value as text; null for null. */
  public static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /**
   * Runs the statement once for all rows; not at all if there are none.
   *
   * @param sql one {@code ?} for each column
   */
  public void write(JdbcTemplate jdbc, String sql, List<? extends R> rows) {
    if (!rows.isEmpty()) {
      jdbc.update(sql, statement -> bind(statement, rows));
    }
  }

  /** Runs a query once with all rows as parameters; not at all if there are none. */
  public void query(
      JdbcTemplate jdbc, String sql, List<? extends R> rows, RowCallbackHandler handler) {
    if (!rows.isEmpty()) {
      jdbc.query(sql, statement -> bind(statement, rows), handler);
    }
  }

  private void bind(PreparedStatement statement, List<? extends R> rows) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      Column<R> column = columns.get(i);
      @Nullable Object[] values = new @Nullable Object[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = column.value().apply(rows.get(row));
      }
      Array array = statement.getConnection().createArrayOf(column.type(), values);
      statement.setArray(i + 1, array);
    }
  }
}
