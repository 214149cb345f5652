package org.accordledger.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads columns as the types of the domain. */
public final class Columns {
  private Columns() {}

  /** The value of a column that is never null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A day, which tables hold as text: PostgreSQL's driver cannot read 29 February of year 0. */
  public static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
    return valueOrNull(row, column, LocalDate::parse);
  }

  /** A text column made into a value type. */
  public static <T> @Nullable T valueOrNull(
      ResultSet row, String column, Function<String, T> constructor) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : constructor.apply(text);
  }

  public static <E extends Enum<E>> @Nullable E codeOrNull(
      ResultSet row, String column, Class<E> type) throws SQLException {
    return Codes.parseOrNull(type, row.getString(column));
  }
}
