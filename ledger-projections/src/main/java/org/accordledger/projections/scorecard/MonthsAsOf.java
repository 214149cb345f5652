package org.accordledger.projections.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.scorecard.CellMonth;
import org.accordledger.core.scorecard.DayHistogram;
import org.accordledger.core.scorecard.Figures;
import org.accordledger.projections.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Totals as they stood at a position: the last ones written at or before it, and the changes since,
 * which are less than a batch.
 *
 * @param visible what the reader may see
 * @param leftOut cases of the accord asked for that the reader may not see, whatever their month
 */
record MonthsAsOf(List<CellMonth> visible, long leftOut) {
  private static final String TOTALS =
      """
      select k.accord, k.clause, k.party, k.month, k.marking, m.counts,
          m.respond_days, m.respond_cases, m.decide_days, m.decide_cases
      from scorecard_cell_month k
      cross join lateral (
          select * from scorecard_month m
          where m.accord = k.accord and m.clause = k.clause and m.party = k.party
              and m.month = k.month and m.marking = k.marking and m.position <= ?
          order by m.position desc limit 1) m
      """;

  private static final String CHANGES =
      """
      select k.accord, k.clause, k.party, k.month, k.marking, c.*
      from scorecard_change c join scorecard_opening k using (case_id)
      """;

  static MonthsAsOf read(JdbcClient jdbc, ScorecardRequest request, long position) {
    long end = lastEnd(jdbc, position);
    Map<MonthKey, Figures> totals = new HashMap<>();
    List<Object> values = new ArrayList<>(List.of(end));
    Conditions wanted = wanted(request).add("k.position <= ?", end);
    values.addAll(wanted.values());
    jdbc.sql(TOTALS + wanted.where())
        .params(values)
        .query(
            row -> {
              totals.put(MonthKey.read(row), MonthRows.figures(row));
            });
    if (end < position) {
      Conditions since =
          wanted(request).add("c.position > ?", end).add("c.position <= ?", position);
      jdbc.sql(CHANGES + since.where())
          .params(since.values())
          .query(
              row -> {
                apply(row, totals.computeIfAbsent(MonthKey.read(row), _ -> new Figures()));
              });
    }
    return new MonthsAsOf(
        visible(totals, request),
        HiddenCases.count(jdbc, request.accord(), position, request.visible()));
  }

  /** The last end of a batch at or before the position; -1 if there is none. */
  private static long lastEnd(JdbcClient jdbc, long position) {
    return jdbc.sql("select max(position) from scorecard_batch where position <= ?")
        .param(position)
        .query((row, number) -> row.getObject(1, Long.class))
        .optional()
        .orElse(-1L);
  }

  private static Conditions wanted(ScorecardRequest request) {
    Conditions wanted =
        new Conditions()
            .addIfPresent("k.accord = ?", request.accord())
            .addIfPresent("k.party = ?", request.party())
            .addIfPresent("k.clause = ?", request.clause());
    // what has no date is counted apart, so it is wanted in any case
    YearMonth from = request.incidents().from();
    if (from != null) {
      wanted.add("(k.month = '-infinity' or k.month >= ?::date)", MonthKey.text(from));
    }
    YearMonth to = request.incidents().to();
    if (to != null) {
      wanted.add("k.month <= ?::date", MonthKey.text(to));
    }
    return wanted;
  }

  private static void apply(ResultSet row, Figures figures) throws SQLException {
    StoredCounters.add(figures, row.getLong("counted_before"), -1);
    StoredCounters.add(figures, row.getLong("counted"), 1);
    replace(figures.daysToRespond(), row.getInt("respond_before"), row.getInt("respond"));
    replace(figures.daysToDecide(), row.getInt("decide_before"), row.getInt("decide"));
  }

  private static void replace(DayHistogram histogram, int before, int after) {
    if (before >= 0) {
      histogram.add(before, -1);
    }
    if (after >= 0) {
      histogram.add(after, 1);
    }
  }

  private static List<CellMonth> visible(Map<MonthKey, Figures> totals, ScorecardRequest request) {
    return totals.entrySet().stream()
        .filter(total -> request.visible().contains(total.getKey().marking()))
        .map(
            total -> new CellMonth(total.getKey().cell(), total.getKey().month(), total.getValue()))
        .toList();
  }
}
