package org.accordledger.projections.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.accordledger.core.Marking;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.Codes;
import org.accordledger.projections.Conditions;
import org.accordledger.projections.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases that a figure of a cell counted at a position. */
final class CasesAsOf {
  private static final String FROM =
      """
      from scorecard_opening o
      cross join lateral (
          select counted from scorecard_change
          where case_id = o.case_id and position <= ?
          order by position desc limit 1) c
      """;

  private final JdbcClient jdbc;
  private final CellKey cell;
  private final @Nullable Counter counter;
  private final Period incidents;
  private final long position;

  CasesAsOf(
      JdbcClient jdbc, CellKey cell, @Nullable Counter counter, Period incidents, long position) {
    this.jdbc = jdbc;
    this.cell = cell;
    this.counter = counter;
    this.incidents = incidents;
    this.position = position;
  }

  List<CaseBehind> list(Set<Marking> visible, Cursor from, int limit) {
    Conditions conditions = conditions().add("o.marking = any (?)", Codes.codes(visible));
    if (from.key() != null) {
      conditions.add(from.forward() ? "o.position < ?" : "o.position > ?", from.key());
    }
    String order = from.forward() ? " order by o.position desc" : " order by o.position";
    return jdbc.sql(
            "select o.*, c.counted " + FROM + conditions.where() + order + " limit " + limit)
        .params(values(conditions))
        .query((row, number) -> behind(row))
        .list();
  }

  private Conditions conditions() {
    Conditions conditions =
        new Conditions()
            .addIfPresent("o.accord = ?", cell.accord())
            .addIfPresent("o.clause = ?", cell.clause())
            .addIfPresent("o.party = ?", cell.party())
            .add("o.position <= ?", position);
    if (counter != null) {
      conditions.add("c.counted & ? <> 0", StoredCounters.bit(counter));
    }
    if (incidents.bounded()) {
      conditions.add("o.month > '-infinity'");
    }
    YearMonth first = incidents.from();
    if (first != null) {
      conditions.add("o.month >= ?::date", MonthKey.text(first));
    }
    YearMonth last = incidents.to();
    if (last != null) {
      conditions.add("o.month <= ?::date", MonthKey.text(last));
    }
    return conditions;
  }

  /** The position comes first: it stands in the lateral part of the query. */
  private List<Object> values(Conditions conditions) {
    List<Object> values = new ArrayList<>();
    values.add(position);
    values.addAll(conditions.values());
    return values;
  }

  private static CaseBehind behind(ResultSet row) throws SQLException {
    return new CaseBehind(
        new CaseId(row.getString("case_id")),
        row.getLong("position"),
        MonthKey.month(row),
        row.getString("title"),
        Codes.parse(Marking.class, row.getString("marking")),
        row.getBoolean("illustrative"),
        StoredCounters.counters(row.getLong("counted")));
  }
}
