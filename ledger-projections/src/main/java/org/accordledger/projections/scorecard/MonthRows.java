package org.accordledger.projections.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.accordledger.core.scorecard.DayHistogram;
import org.accordledger.core.scorecard.Figures;
import org.accordledger.projections.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of totals. */
final class MonthRows {
  private static final String LOAD =
      """
      select m.* from unnest(?, ?, ?, ?::date[], ?) as k (accord, clause, party, month, marking)
      cross join lateral (
          select * from scorecard_month m
          where m.accord = k.accord and m.clause = k.clause and m.party = k.party
              and m.month = k.month and m.marking = k.marking
          order by m.position desc limit 1) m
      """;

  private static final String INSERT_KEYS =
      """
      insert into scorecard_cell_month (accord, clause, party, month, marking, position)
      select * from unnest(?, ?, ?, ?::date[], ?, ?)
      """;

  private static final String INSERT_TOTALS =
      """
      insert into scorecard_month (accord, clause, party, month, marking, position,
          recorded_at, counts, respond_days, respond_cases, decide_days, decide_cases)
      select k.accord, k.clause, k.party, k.month, k.marking, k.position, k.recorded_at,
          k.counts::bigint[], k.respond_days::integer[], k.respond_cases::bigint[],
          k.decide_days::integer[], k.decide_cases::bigint[]
      from unnest(?, ?, ?, ?::date[], ?, ?, ?::timestamptz[], ?, ?, ?, ?, ?)
          as k (accord, clause, party, month, marking, position, recorded_at, counts,
              respond_days, respond_cases, decide_days, decide_cases)
      """;

  private static final Rows<MonthKey> KEYS = MonthKey.columns(new Rows<>(), key -> key);

  private static final Rows<Total> NEW_KEYS =
      MonthKey.columns(new Rows<Total>(), Total::key).column("bigint", Total::position);

  private static final Rows<Total> TOTALS =
      MonthKey.columns(new Rows<Total>(), Total::key)
          .column("bigint", Total::position)
          .column("text", total -> total.recordedAt().toString())
          .column("text", total -> StoredCounters.counts(total.figures()))
          .column("text", total -> days(total.figures().daysToRespond()))
          .column("text", total -> cases(total.figures().daysToRespond()))
          .column("text", total -> days(total.figures().daysToDecide()))
          .column("text", total -> cases(total.figures().daysToDecide()));

  /** The totals of a key after a position. */
  record Total(MonthKey key, long position, Instant recordedAt, Figures figures) {}

  private MonthRows() {}

  /** The latest totals of each key that has any. */
  static Map<MonthKey, Figures> load(JdbcTemplate jdbc, Collection<MonthKey> keys) {
    Map<MonthKey, Figures> totals = new HashMap<>();
    KEYS.query(jdbc, LOAD, List.copyOf(keys), row -> totals.put(MonthKey.read(row), figures(row)));
    return totals;
  }

  /**
   * Adds totals.
   *
   * @param unseen those of keys that had none before
   */
  static void write(JdbcTemplate jdbc, List<Total> totals, List<Total> unseen) {
    NEW_KEYS.write(jdbc, INSERT_KEYS, unseen);
    TOTALS.write(jdbc, INSERT_TOTALS, totals);
  }

  static Figures figures(ResultSet row) throws SQLException {
    Figures figures = new Figures();
    StoredCounters.addCounts(figures, (Long[]) row.getArray("counts").getArray());
    addDays(figures.daysToRespond(), row, "respond");
    addDays(figures.daysToDecide(), row, "decide");
    return figures;
  }

  private static void addDays(DayHistogram histogram, ResultSet row, String what)
      throws SQLException {
    Integer[] days = (Integer[]) row.getArray(what + "_days").getArray();
    Long[] cases = (Long[]) row.getArray(what + "_cases").getArray();
    for (int i = 0; i < days.length; i++) {
      histogram.add(days[i], cases[i]);
    }
  }

  private static String days(DayHistogram histogram) {
    StringJoiner literal = new StringJoiner(",", "{", "}");
    histogram.forEach((days, cases) -> literal.add(days.toString()));
    return literal.toString();
  }

  private static String cases(DayHistogram histogram) {
    StringJoiner literal = new StringJoiner(",", "{", "}");
    histogram.forEach((days, cases) -> literal.add(cases.toString()));
    return literal.toString();
  }
}
