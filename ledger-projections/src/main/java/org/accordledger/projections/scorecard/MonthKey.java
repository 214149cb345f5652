package org.accordledger.projections.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What totals are kept for.
 *
 * @param month of the incidents; null for those without a date
 */
record MonthKey(CellKey cell, @Nullable YearMonth month, Marking marking) {
  private static final String UNDATED = "-infinity";

  static MonthKey read(ResultSet row) throws SQLException {
    return new MonthKey(
        new CellKey(
            new AccordId(row.getString("accord")),
            new BodyId(row.getString("party")),
            new ClauseCode(row.getString("clause"))),
        month(row),
        Codes.parse(Marking.class, row.getString("marking")));
  }

  static @Nullable YearMonth month(ResultSet row) throws SQLException {
    LocalDate first = row.getObject("month", LocalDate.class);
    return first.equals(LocalDate.MIN) ? null : YearMonth.from(first);
  }

  /** The month as its column holds it: its first day, in PostgreSQL's count of years. */
  static String text(@Nullable YearMonth month) {
    if (month == null) {
      return UNDATED;
    }
    return month.getYear() > 0
        ? month.atDay(1).toString()
        : "%04d-%02d-01 BC".formatted(1 - month.getYear(), month.getMonthValue());
  }

  /** Adds the five columns of a key. */
  static <R> Rows<R> columns(Rows<R> rows, Function<R, MonthKey> key) {
    return rows.column("text", row -> key.apply(row).cell().accord().value())
        .column("text", row -> key.apply(row).cell().clause().value())
        .column("text", row -> key.apply(row).cell().party().value())
        .column("text", row -> text(key.apply(row).month()))
        .column("text", row -> Codes.code(key.apply(row).marking()));
  }
}
